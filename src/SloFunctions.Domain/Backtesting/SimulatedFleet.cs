using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Backtesting;

/// <summary>A fleet of made-up services whose histories can be told again and again from a seed.</summary>
public sealed class SimulatedFleet
{
    private readonly FailureFamily family;
    private readonly int days;
    private readonly ulong seed;
    private readonly IReadOnlyList<int> sharedOutages;

    /// <summary>Founds a fleet.</summary>
    /// <param name="family">How its services fail.</param>
    /// <param name="services">How many there are, at least 1.</param>
    /// <param name="days">The length of their histories, at least 1.</param>
    /// <param name="seed">Another seed is another fleet.</param>
    public SimulatedFleet(FailureFamily family, int services, int days, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(services, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        (this.family, this.days, this.seed) = (family, days, seed);
        Services = services;
        sharedOutages = family == FailureFamily.Clustered ? SharedOutages() : [];
    }

    /// <summary>The number of services.</summary>
    public int Services { get; }

    /// <summary>The hours of one service, oldest first.</summary>
    /// <param name="service">Its number, from 0.</param>
    public SliCounts?[] Hours(int service)
    {
        var random = SeededRandom.For($"{seed}\n{family}\n{service}");
        var traffic = new SimulatedTraffic(family, random);
        var background = new SimulatedBackground(family, random);
        double[] failing = new SimulatedIncidents(family, random).FailingShares(days * 24, sharedOutages);
        var hours = new SliCounts?[days * 24];
        for (int hour = 0; hour < hours.Length; hour++)
        {
            long total = traffic.Requests(hour, random);
            double ratio = background.Ratio(hour, random);
            long bad = random.Binomial(total, Math.Min(1, failing[hour] + (ratio * (1 - failing[hour]))));
            hours[hour] = new SliCounts(total - bad, total);
        }

        return hours;
    }

    // One in two months; who is hit is each service's own draw.
    private List<int> SharedOutages()
    {
        var random = SeededRandom.For($"{seed}\nshared");
        var starts = new List<int>();
        for (double hour = random.Exponential(60 * 24); hour < days * 24; hour += random.Exponential(60 * 24)) starts.Add((int)hour);
        return starts;
    }
}

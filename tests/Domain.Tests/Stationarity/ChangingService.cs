using MathNet.Numerics.Distributions;
using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Stationarity;

/// <summary>
/// A service with daily and weekly seasons of traffic and latency, days that hang together, and incidents of a few hours. Unless
/// told to change it does not.
/// </summary>
internal sealed class ChangingService(SeededRandom random)
{
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly double requests = 3_600 * Math.Pow(10, (3.5 * random.Unit()) - 1.5);
    private readonly double median = Math.Log(Math.Pow(10, (1.7 * random.Unit()) - 2.1));
    private readonly double spread = 0.35 + (0.45 * random.Unit());
    private readonly double errors = Math.Pow(10, -2 - (3 * random.Unit()));
    private readonly double memory = 0.5 * random.Unit();
    private readonly double dayScatter = 0.04 * random.Unit();
    private readonly double weekendLatency = random.Chance(0.5) ? (0.5 * random.Unit()) - 0.25 : 0;
    private readonly double weekendTraffic = random.Chance(0.5) ? 0.3 : 1;
    private readonly double dailyTraffic = 0.8 * random.Unit();
    private readonly double dailyLatency = 0.3 * random.Unit();
    private readonly double incidents = random.Chance(0.5) ? 0.005 : 0;
    private readonly int firstWeekday = random.Between(0, 6);

    /// <summary>The logarithm of the factor on all latencies, by day.</summary>
    public Func<double, double> Latency { get; init; } = _ => 0;

    /// <summary>The factor on the share of failed requests, by day.</summary>
    public Func<double, double> Errors { get; init; } = _ => 1;

    /// <summary>The factor on the number of requests, by day.</summary>
    public Func<double, double> Traffic { get; init; } = _ => 1;

    public SliHistory History(int days, Func<int, bool>? isMissing = null)
    {
        double[] effects = new double[days];
        for (int day = 0; day < days; day++)
        {
            double before = day == 0 ? dayScatter * random.Normal() : effects[day - 1];
            effects[day] = (memory * before) + (Math.Sqrt(1 - (memory * memory)) * dayScatter * random.Normal());
        }

        return Histories.Of(24 * days, hour => isMissing?.Invoke(hour) == true ? null : Hour(hour, effects[hour / 24]));
    }

    private HourlySli Hour(int hour, double effect)
    {
        double day = hour / 24.0;
        bool isWeekend = ((hour / 24) + firstWeekday) % 7 >= 5;
        double season = Math.Cos(2 * Math.PI * (hour - 15) / 24);
        bool isIncident = random.Chance(incidents);
        double mean = requests * Traffic(day) * (isWeekend ? weekendTraffic : 1) * (1 + (dailyTraffic * season)) * Math.Exp(0.05 * random.Normal());
        long total = Math.Max(0, (long)Math.Round(mean + (Math.Sqrt(mean) * random.Normal())));
        long bad = random.Binomial(total, isIncident ? 0.3 : errors * Errors(day));
        double location = median + effect + Latency(day) + (isWeekend ? weekendLatency : 0) + (dailyLatency * season) + (isIncident ? 1 : 0);
        return new HourlySli(Histories.Start.AddHours(hour), new SliCounts(total - bad, total), Durations(total, location), null);
    }

    private LatencyHistogram Durations(long total, double location)
    {
        var cumulative = new long[Bounds.Length + 1];
        cumulative[^1] = total;
        long remaining = total;
        double below = 0;
        for (int i = 0; i < Bounds.Length; i++)
        {
            double upTo = Normal.CDF(location, spread, Math.Log(Bounds[i]));
            long count = below < 1 ? random.Binomial(remaining, Math.Clamp((upTo - below) / (1 - below), 0, 1)) : 0;
            remaining -= count;
            cumulative[i] = (i == 0 ? 0 : cumulative[i - 1]) + count;
            below = upTo;
        }

        return new LatencyHistogram(Bounds, cumulative);
    }
}

using MathNet.Numerics.Distributions;
using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Recommendations;

/// <summary>
/// Services whose lognormal latency has good and bad days that hang together (first-order autoregression), weekends of their
/// own, and for some now and then hours in which part of the requests are much slower. One histogram a day.
/// </summary>
internal sealed class SimulatedLatency(SeededRandom random)
{
    private readonly double requests = 86_400 * Math.Pow(10, (4.5 * random.Unit()) - 2);
    private readonly double median = Math.Log(Math.Pow(10, (1.9 * random.Unit()) - 2.2));
    private readonly double spread = 0.35 + (0.45 * random.Unit());
    private readonly double memory = 0.8 * random.Unit();
    private readonly double dayScatter = 0.15 * random.Unit();
    private readonly double weekendLatency = random.Chance(0.33) ? (0.4 * random.Unit()) - 0.2 : 0;
    private readonly double weekendTraffic = random.Chance(0.5) ? 0.4 : 1;
    private readonly double badDays = random.Between(0, 2) switch { 0 => 0, 1 => 0.01, _ => 0.03 };
    private readonly int firstWeekday = random.Between(0, 6);

    public static double[] Bounds { get; } = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    public LatencyHistogram[] Days(int count)
    {
        double effect = dayScatter * random.Normal();
        return [.. Enumerable.Range(0, count).Select(day =>
        {
            effect = (memory * effect) + (Math.Sqrt(1 - (memory * memory)) * dayScatter * random.Normal());
            return Day((day + firstWeekday) % 7 >= 5, effect);
        })];
    }

    private LatencyHistogram Day(bool isWeekend, double effect)
    {
        double location = median + effect + (isWeekend ? weekendLatency : 0);
        bool isBad = random.Chance(badDays);
        double slowShare = isBad ? Math.Min(1, -Math.Log(1 - random.Unit()) / 8) : 0;
        double slower = 0.3 + (1.7 * random.Unit());
        double mean = requests * (isWeekend ? weekendTraffic : 1) * Math.Exp(0.1 * random.Normal());
        long remaining = Math.Max(1, (long)Math.Round(mean + (Math.Sqrt(mean) * random.Normal())));

        var cumulative = new long[Bounds.Length + 1];
        cumulative[^1] = remaining;
        double below = 0;
        for (int i = 0; i < Bounds.Length; i++)
        {
            double z = (Math.Log(Bounds[i]) - location) / spread;
            double upTo = ((1 - slowShare) * Normal.CDF(0, 1, z)) + (slowShare * Normal.CDF(0, 1, z - (slower / spread)));
            long count = below < 1 ? random.Binomial(remaining, Math.Clamp((upTo - below) / (1 - below), 0, 1)) : 0;
            remaining -= count;
            cumulative[i] = (i == 0 ? 0 : cumulative[i - 1]) + count;
            below = upTo;
        }

        return new LatencyHistogram(Bounds, cumulative);
    }
}

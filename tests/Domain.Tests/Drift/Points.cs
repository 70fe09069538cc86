using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Tests.Drift;

/// <summary>Series of a service whose p99 is 200 ms, slower by day, with noise of a twentieth.</summary>
internal static class Points
{
    public const int Day = 1440;
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    public static double[] Latency(ulong seed, int minutes)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, minutes).Select(i => 0.2 * Math.Exp((0.3 * Math.Sin(2 * Math.PI * (i % Day) / Day)) + (0.05 * RandomVariates.Normal(random))))];
    }

    public static DriftSeries Series(IEnumerable<double> values, int from = 0) => new(Start.AddMinutes(from), TimeSpan.FromMinutes(1), [.. values]);

    public static DriftBaseline Learnt(DriftSignal signal, IEnumerable<double> values) => DriftBaseline.Learn(signal, Series(values)).ShouldNotBeNull();
}

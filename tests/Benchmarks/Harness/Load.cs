namespace SloFunctions.Benchmarks.Harness;

/// <summary>What one round of requests showed.</summary>
/// <param name="PerSecond">Requests answered in a second.</param>
/// <param name="P50">The median of the times to a complete answer, in milliseconds.</param>
/// <param name="P95">Their 95th percentile.</param>
/// <param name="P99">Their 99th percentile.</param>
/// <param name="Errors">How many were not answered with a success.</param>
public sealed record Load(double PerSecond, double P50, double P95, double P99, int Errors)
{
    /// <summary>The rounds of the app beside those of the yardstick.</summary>
    public static IEnumerable<Comparison> Compare(string what, IReadOnlyList<Load> app, IReadOnlyList<Load> bare)
    {
        return
        [
            Of("throughput", "requests/s", l => l.PerSecond), Of("p50", "ms", l => l.P50), Of("p95", "ms", l => l.P95), Of("p99", "ms", l => l.P99),
            Of("errors", "requests", l => l.Errors),
        ];

        Comparison Of(string figure, string unit, Func<Load, double> value) =>
            new($"{what}, {figure}", new("app", unit, [.. app.Select(value)]), new("bare Kestrel", unit, [.. bare.Select(value)]));
    }
}

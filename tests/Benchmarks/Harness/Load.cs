namespace SloFunctions.Benchmarks.Harness;

/// <summary>What one round of requests showed.</summary>
/// <param name="PerSecond">Requests answered in a second.</param>
/// <param name="P50">The median of the times to a complete answer, in milliseconds.</param>
/// <param name="P95">Their 95th percentile.</param>
/// <param name="P99">Their 99th percentile.</param>
/// <param name="Errors">How many were not answered with a success.</param>
public sealed record Load(double PerSecond, double P50, double P95, double P99, int Errors);

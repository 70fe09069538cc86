namespace SloFunctions.Application.Drift.Documents;

/// <summary>The level of a series since its last change, as it is published.</summary>
/// <param name="Direction">Which way it moved.</param>
/// <param name="ChangePercent">By how much, in percent of the usual value; null when that is zero.</param>
/// <param name="Usual">What was expected: milliseconds of latency, or a share of requests.</param>
/// <param name="Level">What was measured instead, in the same unit.</param>
/// <param name="Onset">When it began, by estimate.</param>
/// <param name="LastedMinutes">For how long it had lasted.</param>
/// <param name="BurnRate">How fast the error budget is spent since then, 1 being just sustainable; null for latency.</param>
public sealed record DriftChangeDocument(
    string Direction, double? ChangePercent, double Usual, double Level, DateTimeOffset Onset, double LastedMinutes, double? BurnRate);

namespace SloFunctions.Application.BulkRuns;

/// <summary>Asks for the recommendations of many services.</summary>
/// <param name="Scope"><c>all</c>, <c>team</c> or <c>services</c>; required.</param>
/// <param name="Team">The team; with the scope <c>team</c> only, and required there.</param>
/// <param name="ServiceIds">1 to 100,000 services; with the scope <c>services</c> only, and required there. One that is named twice counts once.</param>
/// <param name="LookbackDays">Days of history to look at, 7 to 365; 30 when missing.</param>
/// <param name="Method">How targets are derived; <c>predictive</c> when missing.</param>
/// <param name="Force">Whether recommendations that are still valid are computed anew too; true when missing.</param>
public sealed record BulkRunBody(
    string? Scope, string? Team, IReadOnlyList<string?>? ServiceIds, int? LookbackDays, string? Method, bool? Force);

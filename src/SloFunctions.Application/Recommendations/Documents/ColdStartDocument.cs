namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>That a service has shown less than 30 days of itself.</summary>
/// <param name="DaysOfData">The days since its first measured hour.</param>
/// <param name="Archetype">What kind of service it is taken for.</param>
/// <param name="BaselineAvailability">The availability usual for its kind, in percent; no target is above it yet.</param>
/// <param name="BaselineP99Ms">The p99 latency usual for its kind, milliseconds; null where latency is not what matters.</param>
/// <param name="ReevaluateAt">When 30 days of data exist and the recommendation is computed anew; null when nothing was measured yet.</param>
public sealed record ColdStartDocument(
    double DaysOfData, string Archetype, double BaselineAvailability, double? BaselineP99Ms, DateTimeOffset? ReevaluateAt);

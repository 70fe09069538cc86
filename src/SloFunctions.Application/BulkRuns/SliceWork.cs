using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.BulkRuns;

/// <summary>What is to be done for a slice.</summary>
/// <param name="IsGoing">Whether the run goes on: it has neither ended nor is it to end early.</param>
/// <param name="LookbackDays">Days of history looked at.</param>
/// <param name="Method">How targets are derived.</param>
/// <param name="Services">The services in the order of their places.</param>
public sealed record SliceWork(bool IsGoing, int LookbackDays, RecommendationMethod Method, IReadOnlyList<RunService> Services);

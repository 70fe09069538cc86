namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>A stretch without measurements.</summary>
/// <param name="Start">The first missing hour, UTC.</param>
/// <param name="End">When measurements resume, UTC.</param>
/// <param name="Hours">The number of missing hours.</param>
public sealed record GapDocument(DateTimeOffset Start, DateTimeOffset End, int Hours);

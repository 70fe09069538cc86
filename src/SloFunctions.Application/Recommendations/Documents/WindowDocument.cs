namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>A span of time.</summary>
/// <param name="Start">Inclusive start, UTC.</param>
/// <param name="End">Exclusive end, UTC.</param>
public sealed record WindowDocument(DateTimeOffset Start, DateTimeOffset End);

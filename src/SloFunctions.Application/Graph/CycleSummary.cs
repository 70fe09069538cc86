namespace SloFunctions.Application.Graph;

/// <summary>A circular dependency.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CyclePath">A way round that exists; it ends where it begins.</param>
/// <param name="Services">All services that need each other, by id.</param>
/// <param name="Status"><c>open</c>, <c>acknowledged</c> or <c>resolved</c>.</param>
/// <param name="IsPresent">Whether it is in the present graph.</param>
/// <param name="DetectedAt">When it was found.</param>
/// <param name="AcknowledgedBy">Who took note of it.</param>
/// <param name="AcknowledgedAt">When.</param>
/// <param name="ResolvedBy">Who resolved it; null when it went by itself.</param>
/// <param name="ResolvedAt">When.</param>
/// <param name="ResolutionNotes">What was said to that.</param>
public sealed record CycleSummary(
    Guid Id,
    IReadOnlyList<string> CyclePath,
    IReadOnlyList<string> Services,
    string Status,
    bool IsPresent,
    DateTimeOffset DetectedAt,
    string? AcknowledgedBy,
    DateTimeOffset? AcknowledgedAt,
    string? ResolvedBy,
    DateTimeOffset? ResolvedAt,
    string? ResolutionNotes);

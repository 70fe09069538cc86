namespace SloFunctions.Application.AutoApproval;

/// <summary>A page of auto-approval rules.</summary>
/// <param name="Rules">The rules in the order in which they are tried: oldest first.</param>
/// <param name="NextCursor">What to ask for next; null on the last page.</param>
public sealed record RulePage(IReadOnlyList<RuleSummary> Rules, string? NextCursor);

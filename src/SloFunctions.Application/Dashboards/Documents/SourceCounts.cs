namespace SloFunctions.Application.Dashboards.Documents;

/// <summary>SLOs in force by where their targets come from.</summary>
/// <param name="RecommendationAccepted">A recommendation as it was.</param>
/// <param name="RecommendationModified">A recommendation that somebody changed.</param>
/// <param name="Manual">Somebody's own judgement.</param>
public sealed record SourceCounts(int RecommendationAccepted, int RecommendationModified, int Manual);

namespace SloFunctions.Application.AutoApproval.Documents;

/// <summary>A rule and the latest recommendation of a service, as both are now.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="RecommendationSetId">The set; null when it has none.</param>
/// <param name="GeneratedAt">When it was made; null without one.</param>
/// <param name="Recommendations">One entry an SLI; empty without any.</param>
public sealed record LatestVerdictDocument(
    string ServiceId, Guid? RecommendationSetId, DateTimeOffset? GeneratedAt, IReadOnlyList<LatestVerdictDocument.Item> Recommendations)
{
    /// <summary>The recommendation for one SLI.</summary>
    /// <param name="RecommendationId">Its id.</param>
    /// <param name="SliType">The SLI.</param>
    /// <param name="WouldApprove">Whether the rule, enabled, would approve it now.</param>
    /// <param name="Conditions">Why, or why not.</param>
    public sealed record Item(Guid RecommendationId, string SliType, bool WouldApprove, IReadOnlyList<RuleConditionDocument> Conditions);
}

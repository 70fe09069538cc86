namespace SloFunctions.Application.Dashboards.Documents;

/// <summary>How often recommendations are taken, and whether what was taken keeps what was promised. Rates and probabilities are shares in [0, 1].</summary>
/// <param name="AsOf">When it was computed; null while that has not succeeded once.</param>
/// <param name="Through">The end of the last hour of telemetry in it; null without any.</param>
/// <param name="RecentDays">The days before <paramref name="AsOf"/> in which a decision is recent.</param>
/// <param name="FewestDays">The fewest days in force that an objective is judged over.</param>
/// <param name="MostDays">The most.</param>
/// <param name="Note">What a reader must know about the figures.</param>
/// <param name="Totals">All services that are asked for.</param>
/// <param name="ByTeam">By team.</param>
/// <param name="ByCriticality">By criticality.</param>
/// <param name="ByTierAndMethod">By tier and method of the recommendation.</param>
public sealed record RecommendationQualityDocument(
    DateTimeOffset? AsOf,
    DateTimeOffset? Through,
    int RecentDays,
    int FewestDays,
    int MostDays,
    string Note,
    QualityFigures Totals,
    TeamBreakdown<QualityFigures> ByTeam,
    IReadOnlyList<CriticalityFigures<QualityFigures>> ByCriticality,
    IReadOnlyList<TierAndMethodFigures> ByTierAndMethod);

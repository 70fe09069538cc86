using SloFunctions.Application.Reports.Documents;

namespace SloFunctions.Application.Dashboards.Documents;

/// <summary>What became of recommendations.</summary>
/// <param name="RecentDecisions">Decisions of the recent days.</param>
/// <param name="AllDecisions">All decisions.</param>
/// <param name="Realised">Availability objectives in force that come from recommendations, each judged once, over the days since it is in force.</param>
public sealed record QualityFigures(DecisionFigures RecentDecisions, DecisionFigures AllDecisions, BreachFigures Realised);

namespace SloFunctions.Domain.Recommendations;

/// <summary>How targets are derived from history.</summary>
public enum RecommendationMethod
{
    /// <summary>Percentiles of the rolling one-day windows of the history: what was kept, not what will be.</summary>
    HistoricalPercentile,

    /// <summary>Quantiles of the availability predicted for the SLO window.</summary>
    Predictive,
}

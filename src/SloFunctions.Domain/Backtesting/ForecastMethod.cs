namespace SloFunctions.Domain.Backtesting;

/// <summary>A way to foretell the availability of the next SLO window.</summary>
public enum ForecastMethod
{
    /// <summary>The empirical-Bayes compound model of <see cref="Prediction.AvailabilityPrediction"/>.</summary>
    Predictive,

    /// <summary>The percentiles of the rolling one-day windows.</summary>
    HistoricalPercentile,

    /// <summary>The percentiles of the one-hour windows, the literal reading of the product's specification.</summary>
    HourlyPercentile,

    /// <summary>SLO windows put together from days that are drawn from the history.</summary>
    BlockBootstrap,

    /// <summary>The next window will be as the history was on average.</summary>
    ObservedMean,

    /// <summary>The same three targets for every service; their probability is the share of the fleet that fell below them.</summary>
    FixedTargets,
}

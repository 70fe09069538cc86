namespace SloFunctions.Application.Reports.Documents;

/// <summary>What became of some objectives. Each counts once for each month: one SLO window.</summary>
/// <param name="Judged">Windows that were judged.</param>
/// <param name="Breached">Those of them that were breached.</param>
/// <param name="RealisedBreachRate">The share that was breached; null without judged ones.</param>
/// <param name="Interval">The Wilson interval of that share: lower end, upper end; null without judged ones.</param>
/// <param name="Promise">How that compares with what was promised.</param>
/// <param name="NotJudged">Windows that nothing is known of, by reason.</param>
/// <param name="NotMeasurable">Latency objectives that the histograms do not measure, by reason.</param>
public sealed record BreachFigures(
    int Judged,
    int Breached,
    double? RealisedBreachRate,
    IReadOnlyList<double>? Interval,
    PromiseDocument Promise,
    NotJudgedDocument NotJudged,
    NotMeasurableDocument NotMeasurable);

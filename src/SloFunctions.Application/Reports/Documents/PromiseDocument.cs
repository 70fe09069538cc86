namespace SloFunctions.Application.Reports.Documents;

/// <summary>The judged windows of targets with an estimated breach probability: those of a tier, as it was recommended.</summary>
/// <param name="Judged">How many there are.</param>
/// <param name="WithoutPromise">Judged windows of other targets, which do not enter here.</param>
/// <param name="Breached">How many were breached.</param>
/// <param name="MeanBreachProbability">The mean of what was promised; null without any.</param>
/// <param name="RealisedBreachRate">The share that was breached; null without any.</param>
/// <param name="Interval">The Wilson interval of that share; null without any.</param>
/// <param name="Verdict"><c>as_promised</c>, <c>worse_than_promised</c>, <c>better</c> or <c>too_few</c>, by whether the promise lies within the interval.</param>
public sealed record PromiseDocument(
    int Judged,
    int WithoutPromise,
    int Breached,
    double? MeanBreachProbability,
    double? RealisedBreachRate,
    IReadOnlyList<double>? Interval,
    string Verdict);

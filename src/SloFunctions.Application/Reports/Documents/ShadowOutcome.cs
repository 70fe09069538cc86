namespace SloFunctions.Application.Reports.Documents;

/// <summary>How often one of the targets was missed.</summary>
/// <param name="Breached">How often.</param>
/// <param name="BreachRate">The share of judged trials; null without any.</param>
/// <param name="Interval">Its 95 % Wilson interval: lower end, upper end; null without any.</param>
public sealed record ShadowOutcome(int Breached, double? BreachRate, IReadOnlyList<double>? Interval);

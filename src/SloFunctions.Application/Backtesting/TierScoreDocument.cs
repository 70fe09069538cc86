namespace SloFunctions.Application.Backtesting;

/// <summary>What came of the proposals of one tier.</summary>
/// <param name="Promised">The risk that the tier promises, a ratio.</param>
/// <param name="Raw">How often the level was missed before it was made a target.</param>
/// <param name="PinballLoss">The mean pinball loss of that level as a quantile, times 10,000; lower is better; null without windows.</param>
/// <param name="Snapped">How often the target was missed: the next lower level of the ladder that the traffic supports.</param>
/// <param name="PromisedSnapped">The mean breach probability that the method itself gave these targets; null without targets.</param>
/// <param name="WithoutTarget">Windows for which there was no target.</param>
/// <param name="MedianBudget">The median unavailability that the targets allow; null without targets.</param>
/// <param name="BudgetUtilisation">(1 − availability) ÷ (1 − target): over 1 is a breach; null without targets.</param>
public sealed record TierScoreDocument(
    double Promised,
    BreachDocument Raw,
    double? PinballLoss,
    BreachDocument Snapped,
    double? PromisedSnapped,
    long WithoutTarget,
    double? MedianBudget,
    QuartilesDocument? BudgetUtilisation);

using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.Backtesting;

/// <summary>How the proposals of a tier turned out.</summary>
/// <param name="Policy">The tier with the risk that it promises.</param>
/// <param name="Raw">How often the raw level was missed.</param>
/// <param name="Pinball">The mean pinball loss of the raw level as a quantile, a ratio; lower is better; null without windows.</param>
/// <param name="Snapped">How often the target that people would get was missed.</param>
/// <param name="Promised">The mean breach probability that the method gave these targets; null where there are none.</param>
/// <param name="WithoutTarget">Windows for which no target was proposed.</param>
/// <param name="MedianBudget">The median unavailability that the targets allow, a ratio; null where there are none.</param>
/// <param name="Utilisation">The share of that budget that was used up: more than 1 is a breach; null where there are no targets.</param>
public sealed record TierScore(
    TierPolicy Policy,
    ObservedShare Raw,
    double? Pinball,
    ObservedShare Snapped,
    double? Promised,
    long WithoutTarget,
    double? MedianBudget,
    Quartiles? Utilisation);

namespace SloFunctions.Domain.AutoApproval;

/// <summary>The target of one tier of a recommendation. Figures that are null are not known.</summary>
/// <param name="Value">An availability in (0, 1), or a duration in milliseconds; null when none can be recommended.</param>
/// <param name="Percentile">The share of requests, in (0, 1), that a duration covers; null for an availability.</param>
/// <param name="BreachProbability">The chance of missing it in the coming window, in [0, 1].</param>
/// <param name="ExceedsCompositeBound">Whether it is above what the hard dependencies allow; false for a duration.</param>
public sealed record ProposedTarget(double? Value, double? Percentile, double? BreachProbability, bool? ExceedsCompositeBound);

namespace SloFunctions.Application.Reports;

/// <summary>A tier of a stored recommendation.</summary>
/// <param name="Target">A ratio in (0, 1); null when none was recommended.</param>
/// <param name="BreachProbability">In [0, 1]; null without a target.</param>
public sealed record ShadowTier(double? Target, double? BreachProbability);

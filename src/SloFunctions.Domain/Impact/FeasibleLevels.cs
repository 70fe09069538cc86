using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Impact;

/// <summary>What a search for the cheapest levels found.</summary>
/// <param name="Levels">The level of each unit; null when the target cannot be reached.</param>
/// <param name="Reached">The composite with these levels, or with the lowest ones there are.</param>
/// <param name="LeastCost">No choice of levels costs less.</param>
/// <param name="Optimality">What is certain about the cost.</param>
/// <param name="LadderStep">The step in which alternatives were improved, in nines; null when none could be.</param>
internal sealed record FeasibleLevels(
    IReadOnlyList<(ImprovableUnit Unit, double Level)>? Levels, Composite Reached, double LeastCost, Optimality Optimality, double? LadderStep);

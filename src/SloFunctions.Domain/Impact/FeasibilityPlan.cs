using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Impact;

/// <summary>The cheapest way to a target, or how far one can get. Availabilities are ratios in [0, 1].</summary>
/// <param name="IsFeasible">Whether the target can be reached.</param>
/// <param name="Current">The composite availability as it is.</param>
/// <param name="Resulting">The composite availability after the improvements; the best that can be approached where the target cannot be reached.</param>
/// <param name="Improvements">What to improve, largest cost first; empty when the target is met already, or cannot be.</param>
/// <param name="Cost">The sum of their costs.</param>
/// <param name="LeastCost">No plan costs less: what remains to be paid if all alternatives that can be improved were perfect for free.</param>
/// <param name="Optimality">What is certain about the cost.</param>
/// <param name="LadderStep">The step in which alternatives were improved, in nines; null when none could be.</param>
public sealed record FeasibilityPlan(
    bool IsFeasible,
    Composite Current,
    Composite Resulting,
    IReadOnlyList<Improvement> Improvements,
    double Cost,
    double LeastCost,
    Optimality Optimality,
    double? LadderStep);

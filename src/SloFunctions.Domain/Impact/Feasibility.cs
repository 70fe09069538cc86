using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Impact;

/// <summary>
/// Finds the cheapest improvements that let a service keep a target, the cost being Σ weight × nines gained. What the service
/// cannot do without is a convex problem with an exact solution; alternatives are searched in steps around it.
/// </summary>
public sealed class Feasibility(ServiceAvailabilities availabilities, Requirements requirements)
{
    /// <summary>Answers a question in bounded work.</summary>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public FeasibilityPlan Of(FeasibilityQuestion question, CancellationToken cancellation)
    {
        double felt = availabilities.Services[question.Service].MaskingFactor ?? 1;
        Composite Kept(Composite composite) => Mixture.Of(Composite.Exactly(1), composite, felt);
        var current = Kept(availabilities.Services[question.Service].Bound);
        if (current.Availability >= question.Target - Achievability.Rounding)
            return new FeasibilityPlan(IsFeasible: true, current, current, [], 0, 0, Optimality.Proven, null);

        // Where failures of dependencies are hidden, the dependencies need less than the target itself.
        double needed = 1 - ((1 - question.Target) / felt);
        var units = new FeasibilityUnits(availabilities, requirements, question);
        cancellation.ThrowIfCancellationRequested();
        var plan = new FeasibilitySearch(availabilities.Network, availabilities.Own, units, question.Service, needed, cancellation).Run();
        if (plan.Levels is not { } levels)
            return new FeasibilityPlan(IsFeasible: false, current, Kept(plan.Reached), [], 0, 0, plan.Optimality, null);

        var improvements = levels
            .SelectMany(l => l.Unit.Steps(l.Level).Select(s => new Improvement(
                s.Service, 1 - s.From, 1 - l.Level, s.Nines, s.Nines * s.Weight, units.Importance(s.Service))))
            .OrderByDescending(i => i.Cost).ThenBy(i => i.Service).ToList();
        double cost = improvements.Sum(i => i.Cost);
        return new FeasibilityPlan(
            IsFeasible: true, current, Kept(plan.Reached), improvements, cost, Math.Min(plan.LeastCost, cost), plan.Optimality, plan.LadderStep);
    }
}

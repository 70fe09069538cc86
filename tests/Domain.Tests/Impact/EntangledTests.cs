using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Impact;
using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Tests.Impact;

/// <summary>A service that needs one of each two neighbours on a square grid, which no diagram holds; above it another one.</summary>
public sealed class EntangledTests
{
    private const int Side = 15;
    private const int Fields = Side * Side;
    private const int Needing = Fields + (2 * Side * (Side - 1));
    private const int Above = Needing + 1;
    private const int Middle = (Side * (Side / 2)) + (Side / 2);

    // Each pair is a service of its own, because a service names another as a dependency once.
    private static readonly SmallGraph Grid = new(
        [
            .. Neighbours().SelectMany((pair, i) => pair.Select(field => SmallGraph.Dependency(Fields + i, field, "either"))),
            .. Enumerable.Range(Fields, Needing - Fields).Select(pair => SmallGraph.Dependency(Needing, pair)),
            SmallGraph.Dependency(Above, Needing),
        ],
        [.. Enumerable.Repeat(0.98, Fields), .. Enumerable.Repeat(1 - (0.02 * 0.02), Needing - Fields), 0.8, 0.8]);

    private static readonly ServiceAvailabilities Known = Grid.Observed();

    [Fact]
    public void An_estimated_impact_says_so_and_never_has_the_wrong_sign()
    {
        var impacted = new ImpactAnalysis(Known, Grid.Requirements).Of(Middle, 0.98, 0.5, CancellationToken.None);

        impacted.Count.ShouldBe(4 + 2);
        foreach (var service in impacted.Where(i => i.Service >= Needing))
        {
            service.Projected.Method.ShouldBe(SolutionMethod.MonteCarlo);
            service.Projected.Lower.ShouldBeLessThan(service.Projected.Availability);
            service.Projected.Upper.ShouldBeGreaterThan(service.Projected.Availability);
            service.Delta.ShouldBeLessThan(0);
            service.IsNecessary.ShouldBeFalse();
        }
    }

    [Fact]
    public void A_plan_from_estimates_is_bounded_in_work_and_promises_nothing_about_its_cost()
    {
        var plan = new Feasibility(Known, Grid.Requirements).Of(
            new(Above, 0.9, new Dictionary<int, double>(), new HashSet<int>()), CancellationToken.None);

        plan.IsFeasible.ShouldBeTrue();
        plan.Optimality.ShouldBe(Optimality.Heuristic);
        plan.LeastCost.ShouldBe(0);
    }

    private static IEnumerable<int[]> Neighbours()
    {
        for (int field = 0; field < Fields; field++)
        {
            if (field % Side < Side - 1) yield return [field, field + 1];
            if (field + Side < Fields) yield return [field, field + Side];
        }
    }
}

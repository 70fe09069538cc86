using SloFunctions.Domain.Impact;
using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Tests.Impact;

public sealed class FeasibilityTests
{
    [Fact]
    public void Equal_prices_make_equal_services_equally_good()
    {
        var graph = SmallGraph.Parse("2>0 2>1", 0.99, 0.98, 1);

        var plan = Solve(graph.Availabilities(), graph, new(2, 0.999, new Dictionary<int, double>(), new HashSet<int>()));

        plan.IsFeasible.ShouldBeTrue();
        plan.Improvements.Select(i => i.To).ShouldAllBe(to => Math.Abs(to - Math.Sqrt(0.999)) < 1e-12);
        plan.Resulting.Availability.ShouldBe(0.999, 1e-13);
        plan.Optimality.ShouldBe(Optimality.Proven);
        plan.Improvements.Select(i => i.Importance).ShouldBe([0.99, 0.98], 1e-12);
    }

    [Fact]
    public void A_target_that_is_met_costs_nothing()
    {
        var graph = SmallGraph.Parse("1>0", 0.999, 0.999);

        var plan = Solve(graph.Availabilities(), graph, new(1, 0.998, new Dictionary<int, double>(), new HashSet<int>()));

        plan.IsFeasible.ShouldBeTrue();
        plan.Improvements.ShouldBeEmpty();
        plan.Cost.ShouldBe(0);
    }

    [Fact]
    public void A_service_that_hides_most_failures_needs_less_of_its_dependencies()
    {
        var graph = SmallGraph.Parse("1>0", 0.9, 1);
        var availabilities = graph.Availabilities(new Dictionary<int, double> { [1] = 0.99 });

        var plan = Solve(availabilities, graph, new(1, 0.999, new Dictionary<int, double>(), new HashSet<int>()));

        plan.Improvements.Single().To.ShouldBe(0.99, 1e-9);
        plan.Resulting.Availability.ShouldBe(0.999, 1e-12);
    }

    [Fact]
    public void All_weak_members_of_a_cycle_have_to_improve()
    {
        var graph = SmallGraph.Parse("0>1 1>2 2>0", 0.9, 0.9, 0.9);
        var known = graph.Observed();

        var plan = Solve(known, graph, new(0, 0.99, new Dictionary<int, double>(), new HashSet<int>()));

        plan.Resulting.Availability.ShouldBe(0.99, 1e-12);
        plan.Improvements.Count.ShouldBe(known.Own.Count(own => own < 0.99));
    }

    [Fact]
    public void Many_alternatives_are_searched_without_a_proof()
    {
        var graph = SmallGraph.Parse("8>0|1 8>2|3 8>4|5 8>6|7", 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 1);

        var plan = Solve(graph.Availabilities(), graph, new(8, 0.999, new Dictionary<int, double>(), new HashSet<int>()));

        plan.IsFeasible.ShouldBeTrue();
        plan.Optimality.ShouldBe(Optimality.Heuristic);
        plan.Cost.ShouldBeLessThan(8);
    }

    [Fact]
    public void A_caller_that_went_away_is_not_worked_for()
    {
        using var gone = new CancellationTokenSource();
        gone.Cancel();
        var graph = SmallGraph.Parse("1>0", 0.9, 0.9);

        Should.Throw<OperationCanceledException>(() => new Feasibility(graph.Availabilities(), graph.Requirements)
            .Of(new(1, 0.99, new Dictionary<int, double>(), new HashSet<int>()), gone.Token));
    }

    private static FeasibilityPlan Solve(ServiceAvailabilities availabilities, SmallGraph graph, FeasibilityQuestion question) =>
        new Feasibility(availabilities, graph.Requirements).Of(question, CancellationToken.None);
}

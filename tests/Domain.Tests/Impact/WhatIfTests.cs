using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Impact;

namespace SloFunctions.Domain.Tests.Impact;

public sealed class WhatIfTests
{
    [Fact]
    public void A_second_provider_takes_a_single_point_of_failure_away()
    {
        var graph = SmallGraph.Parse("1>0 2>1", 0.99, 0.999, 1);
        var variant = new GraphVariant(graph.Graph, graph.Availabilities());
        int second = variant.Add(ServiceId.Of("second"), 0.98);
        variant.Put(SmallGraph.Dependency(1, 0, "providers"));
        variant.Put(SmallGraph.Dependency(1, second, "providers"));

        var outcome = Run(graph, variant);

        var caller = outcome.Services.Single(s => s.Service == 1);
        caller.Projected.Availability.ShouldBe(0.999 * (1 - (0.01 * 0.02)), 1e-12);
        caller.SinglePointsLost.ShouldBe([0]);
        caller.SinglePointsGained.ShouldBeEmpty();
        outcome.Services.Single(s => s.Service == second).Current.ShouldBeNull();
        outcome.NewCycles.ShouldBeEmpty();
    }

    [Fact]
    public void A_dependency_that_closes_a_circle_is_told()
    {
        var graph = SmallGraph.Parse("1>0 2>1", 0.99, 0.999, 1);
        var variant = new GraphVariant(graph.Graph, graph.Availabilities());
        variant.Put(SmallGraph.Dependency(0, 2));

        Run(graph, variant).NewCycles.Single().Members.Select(m => m.Value).ShouldBe(["s00", "s01", "s02"]);
    }

    [Fact]
    public void What_hides_failures_of_its_dependencies_goes_on_hiding_them_but_not_its_own()
    {
        var graph = SmallGraph.Parse("1>0", 0.9, 1);
        var availabilities = graph.Availabilities(new Dictionary<int, double> { [1] = 0.98 });
        var variant = new GraphVariant(graph.Graph, availabilities);
        variant.SetOwn(0, 0.8);
        variant.SetOwn(1, 0.99);

        var caller = new WhatIf(graph.Graph, availabilities, graph.Requirements).Of(variant, [1], CancellationToken.None).Services.Single();

        caller.Current!.Value.Availability.ShouldBe(0.98, 1e-12);
        caller.Projected.Availability.ShouldBe(0.99 * (1 - (0.2 * 0.2)), 1e-12);
    }

    [Fact]
    public void A_caller_that_went_away_is_not_worked_for()
    {
        using var gone = new CancellationTokenSource();
        gone.Cancel();
        var graph = SmallGraph.Parse("1>0", 0.9, 0.9);
        var variant = new GraphVariant(graph.Graph, graph.Availabilities());

        Should.Throw<OperationCanceledException>(() => new WhatIf(graph.Graph, graph.Availabilities(), graph.Requirements).Of(variant, null, gone.Token));
    }

    private static WhatIfOutcome Run(SmallGraph graph, GraphVariant variant) =>
        new WhatIf(graph.Graph, graph.Availabilities(), graph.Requirements).Of(variant, null, CancellationToken.None);
}

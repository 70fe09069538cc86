using SloFunctions.Domain.Impact;
using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Tests.Impact;

public sealed class ImpactAnalysisTests
{
    [Fact]
    public void A_chain_is_multiplied_through()
    {
        var impacted = Analyse(SmallGraph.Parse("1>0 2>1 2~0", 0.999, 0.998, 0.9995), 0, 0.999, 0.995);

        impacted.Select(i => (i.Service, i.IsDirect)).ShouldBe([(1, true), (2, false)]);
        impacted[0].Current.Availability.ShouldBe(0.998 * 0.999, 1e-15);
        impacted[0].Projected.Availability.ShouldBe(0.998 * 0.995, 1e-15);
        impacted[1].Delta.ShouldBe(0.9995 * 0.998 * -0.004, 1e-15);
    }

    [Fact]
    public void A_change_in_the_fifth_nine_reaches_those_two_hops_away()
    {
        var impacted = Analyse(SmallGraph.Parse("1>0 2>1", 0.99999, 0.998, 0.9995), 0, 0.99999, 0.99995);

        impacted.Single(i => i.Service == 2).Delta.ShouldBe(-0.00004 * 0.998 * 0.9995, 1e-15);
    }

    [Fact]
    public void A_promise_above_what_dependencies_allow_still_counts()
    {
        // The changed service can reach 0.99 at most by itself; both targets lie above.
        var impacted = Analyse(SmallGraph.Parse("1>0 2>1", 0.99, 1, 1), 1, 0.99999, 0.99995).Single();

        impacted.Current.Availability.ShouldBe(0.99999, 1e-15);
        impacted.Projected.Availability.ShouldBe(0.99995, 1e-15);
        impacted.Delta.ShouldBe(-0.00004, 1e-15);
    }

    [Fact]
    public void Services_in_a_cycle_act_as_one_and_are_named()
    {
        var graph = SmallGraph.Parse("1>0 1>2 2>1 3>2", 0.99, 0.9, 0.95, 0.8);

        var impacted = Analyse(graph, 1, 0.9, 0.8, graph.Observed());

        impacted.Select(i => i.Service).Order().ShouldBe([2, 3]);
        impacted.Single(i => i.Service == 2).Projected.Availability.ShouldBe(0.8, 1e-12);
        impacted.Single(i => i.Service == 3).Current.Availability.ShouldBe(0.8, 1e-12);
        impacted.ShouldAllBe(i => i.Cycles.Single().Order().SequenceEqual(new[] { 1, 2 }));
        Analyse(graph, 0, 0.99, 0.9, graph.Observed()).Single(i => i.Service == 3).Cycles.Single().Order().ShouldBe([1, 2]);
    }

    [Fact]
    public void Without_a_cycle_on_the_way_none_is_named()
    {
        var graph = SmallGraph.Parse("1>0 1>2 2>1 3>0", 0.99, 0.9, 0.95, 0.8);

        Analyse(graph, 0, 0.99, 0.9, graph.Observed()).Single(i => i.Service == 3).Cycles.ShouldBeEmpty();
    }

    [Fact]
    public void A_service_that_never_works_can_be_brought_back()
    {
        var graph = SmallGraph.Parse("1>0", 0, 0.9);

        var impacted = Analyse(graph, 0, 0.5, 0.75, graph.Availabilities(new Dictionary<int, double> { [1] = 0 })).Single();

        impacted.Projected.Availability.ShouldBeGreaterThan(impacted.Current.Availability);
    }

    [Fact]
    public void A_caller_that_went_away_is_not_worked_for()
    {
        using var gone = new CancellationTokenSource();
        gone.Cancel();
        var graph = SmallGraph.Parse("1>0", 0.9, 0.9);

        Should.Throw<OperationCanceledException>(() => new ImpactAnalysis(graph.Availabilities(), graph.Requirements).Of(0, 0.9, 0.8, gone.Token));
    }

    [Fact]
    public void What_is_connected_by_soft_dependencies_alone_is_told_apart()
    {
        var needs = SmallGraph.Parse("1~0 2>1 3>0", 1, 1, 1, 1).Requirements;

        needs.Upstream([0]).Order().ShouldBe([0, 3]);
        needs.Connected([0]).Order().ShouldBe([0, 1, 2, 3]);
    }

    private static IReadOnlyList<ImpactedService> Analyse(
        SmallGraph graph, int service, double current, double proposed, ServiceAvailabilities? availabilities = null) =>
        new ImpactAnalysis(availabilities ?? graph.Availabilities(), graph.Requirements).Of(service, current, proposed, CancellationToken.None);
}

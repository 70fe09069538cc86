using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Impact;
using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Tests.Impact;

public sealed class WhatIfLawTests
{
    private const double Rounding = 1e-11;

    [Fact]
    public void Changed_graphs_are_as_available_as_enumerating_every_state_says() => Property.Holds(300, random =>
    {
        var graph = SmallGraph.Random(random, 8);
        var availabilities = graph.Availabilities();
        var variant = new GraphVariant(graph.Graph, availabilities);
        for (int k = random.Between(1, 4); k > 0; k--) Change(variant, random, graph.Services);
        var changed = Of(variant);

        var outcome = new WhatIf(graph.Graph, availabilities, graph.Requirements).Of(variant, null, CancellationToken.None);

        foreach (var service in outcome.Services)
        {
            service.Projected.Availability.ShouldBe(changed.Works(service.Service), Rounding);
            if (service.Service >= graph.Services) continue;
            service.Current!.Value.Availability.ShouldBe(graph.Works(service.Service), Rounding);
            service.Delta!.Value.ShouldBe(changed.Works(service.Service) - graph.Works(service.Service), Rounding);
            service.SinglePointsGained.Order().ShouldBe(Single(changed, service.Service).Except(Single(graph, service.Service)));
            service.SinglePointsLost.Order().ShouldBe(Single(graph, service.Service).Except(Single(changed, service.Service)));
        }

        foreach (int other in Enumerable.Range(0, graph.Services).Except(outcome.Services.Select(s => s.Service)))
            changed.Works(other).ShouldBe(graph.Works(other), Rounding);
    });

    [Fact]
    public void A_better_service_never_lowers_anybody() => Property.Holds(300, random =>
    {
        var graph = SmallGraph.Random(random, 9);
        int better = random.Below(graph.Services);
        var variant = new GraphVariant(graph.Graph, graph.Availabilities());
        variant.SetOwn(better, graph.Own[better] + ((1 - graph.Own[better]) * random.Unit()));

        new WhatIf(graph.Graph, graph.Availabilities(), graph.Requirements).Of(variant, null, CancellationToken.None)
            .Services.ShouldAllBe(s => s.Delta > 0);
    });

    [Fact]
    public void Services_asked_for_are_told_of_even_when_nothing_happens_to_them() => Property.Holds(100, random =>
    {
        var graph = SmallGraph.Random(random, 6);
        var variant = new GraphVariant(graph.Graph, graph.Availabilities());
        int[] wanted = [.. Enumerable.Range(0, graph.Services).Where(_ => random.Chance(0.5))];

        var outcome = new WhatIf(graph.Graph, graph.Availabilities(), graph.Requirements).Of(variant, wanted, CancellationToken.None);

        outcome.Services.Select(s => s.Service).Order().ShouldBe(wanted);
        outcome.Services.ShouldAllBe(s => s.Delta == 0);
    });

    private static int[] Single(SmallGraph graph, int service) =>
        [.. Enumerable.Range(0, graph.Services).Where(other => graph.CannotDoWithout(service, other))];

    private static SmallGraph Of(GraphVariant variant) => new(variant.ToGraph().Dependencies, variant.Own);

    // Services go on needing only those with smaller numbers, new ones excepted, which need nothing.
    private static void Change(GraphVariant variant, SeededRandom random, int services)
    {
        int source = random.Between(1, services - 1), target = random.Below(source);
        switch (random.Below(5))
        {
            case 0:
                variant.SetOwn(target, random.Unit());
                break;
            case 1:
                variant.Put(SmallGraph.Dependency(source, target));
                break;
            case 2:
                variant.Remove(source, target);
                break;
            case 3:
                variant.Put(SmallGraph.Dependency(source, target, "new"));
                variant.Put(SmallGraph.Dependency(source, random.Below(source), "new"));
                break;
            default:
                int added = variant.Add(SmallGraph.Id(50 + variant.Own.Count), random.Unit());
                _ = added;
                break;
        }
    }
}

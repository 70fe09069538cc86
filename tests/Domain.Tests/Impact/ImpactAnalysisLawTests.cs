using SloFunctions.Domain.Impact;
using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Tests.Impact;

public sealed class ImpactAnalysisLawTests
{
    private const double Rounding = 1e-11;

    [Fact]
    public void Composites_and_their_difference_are_what_enumerating_every_state_gives() => Property.Holds(300, random =>
    {
        var (graph, service) = Draw(random);
        double current = Target(random), proposed = Target(random);

        foreach (var impacted in Analyse(graph, service, current, proposed))
        {
            double before = Promised(graph, service, current, impacted.Service), after = Promised(graph, service, proposed, impacted.Service);
            impacted.Current.Availability.ShouldBe(before, Rounding);
            impacted.Projected.Availability.ShouldBe(after, Rounding);
            impacted.Delta.ShouldBe(after - before, Rounding);
            impacted.IsNecessary.ShouldBe(graph.CannotDoWithout(impacted.Service, service));
        }
    });

    [Fact]
    public void The_changed_service_is_up_exactly_as_often_as_promised() => Property.Holds(300, random =>
    {
        var (graph, service) = Draw(random);
        double target = Target(random);

        Promised(graph, service, target, service).ShouldBe(target, Rounding);
    });

    [Fact]
    public void Who_is_not_listed_is_not_affected_and_nobody_is_listed_twice() => Property.Holds(300, random =>
    {
        var (graph, service) = Draw(random);
        var impacted = Analyse(graph, service, 0.999, 0.9).Select(i => i.Service).ToList();

        impacted.ShouldBeUnique();
        impacted.ShouldNotContain(service);
        foreach (int other in Enumerable.Range(0, graph.Services).Except([service, .. impacted]))
            graph.With(service, 0.25).Works(other).ShouldBe(graph.With(service, 1).Works(other), Rounding);
    });

    [Fact]
    public void Promising_more_never_lowers_anybody() => Property.Holds(500, random =>
    {
        var (graph, service) = Draw(random);
        double[] targets = [.. new[] { Target(random), Target(random) }.Order()];

        foreach (var impacted in Analyse(graph, service, targets[0], targets[1]))
        {
            impacted.Delta.ShouldBeGreaterThanOrEqualTo(0);
            impacted.Projected.Availability.ShouldBeGreaterThanOrEqualTo(impacted.Current.Availability - Rounding);
        }
    });

    [Fact]
    public void Going_back_undoes_a_change() => Property.Holds(300, random =>
    {
        var (graph, service) = Draw(random);
        double one = Target(random), other = Target(random);
        var there = Analyse(graph, service, one, other).ToDictionary(i => i.Service);

        foreach (var back in Analyse(graph, service, other, one))
        {
            back.Delta.ShouldBe(-there[back.Service].Delta);
            back.Projected.ShouldBe(there[back.Service].Current);
        }
    });

    [Fact]
    public void Whoever_cannot_do_without_a_service_feels_the_smallest_change_of_it() => Property.Holds(500, random =>
    {
        var (graph, service) = Draw(random);
        double kept = 0.99999 * graph.With(service, 1).Works(service);

        foreach (var impacted in Analyse(graph, service, kept, kept - 1e-12).Where(i => i.IsNecessary)) impacted.Delta.ShouldBeLessThan(0);
    });

    [Fact]
    public void What_a_service_hides_helps_only_those_who_do_not_need_the_same_themselves()
    {
        // 2 needs 0 whatever 1 hides of it; 3 does not.
        var impacted = Analyse(SmallGraph.Parse("1>0 2>0 2>1 3>1", 0.99, 1, 1, 1), 1, 0.99999, 0.99995);

        impacted.Single(i => i.Service == 2).Delta.ShouldBe(0);
        impacted.Single(i => i.Service == 3).Delta.ShouldBe(-0.00004, 1e-15);
    }

    [Fact]
    public void Where_failures_of_dependencies_are_hidden_only_a_share_of_a_change_is_felt() => Property.Holds(300, random =>
    {
        var (graph, service) = Draw(random);
        var plain = Analyse(graph, service, 0.99, 0.9);
        if (plain.Count == 0) return;
        int hiding = plain[random.Below(plain.Count)].Service;
        graph = graph.With(hiding, 1);
        double ceiling = graph.Works(hiding), felt = random.Unit();
        if (ceiling > 0.9999) return;
        var availabilities = graph.Availabilities(new Dictionary<int, double> { [hiding] = 1 - (felt * (1 - ceiling)) });

        var impacted = new ImpactAnalysis(availabilities, graph.Requirements).Of(service, 0.99, 0.9, CancellationToken.None)
            .Single(i => i.Service == hiding);

        impacted.Projected.Availability.ShouldBe(1 - (felt * (1 - Promised(graph, service, 0.9, hiding))), 1e-9);
    });

    private static (SmallGraph Graph, int Service) Draw(SeededRandom random)
    {
        var graph = SmallGraph.Random(random, 9);
        return (graph, random.Below(graph.Services));
    }

    // Far below and just below 1, so that ceilings are met from both sides.
    private static double Target(SeededRandom random) => random.Chance(0.5) ? 0.3 + (0.6 * random.Unit()) : 1 - Math.Pow(10, -1 - (3 * random.Unit()));

    private static IReadOnlyList<ImpactedService> Analyse(SmallGraph graph, int service, double current, double proposed) =>
        new ImpactAnalysis(graph.Availabilities(), graph.Requirements).Of(service, current, proposed, CancellationToken.None);

    private static double Promised(SmallGraph graph, int service, double target, int of)
    {
        var perfect = graph.With(service, 1);
        double ceiling = perfect.Works(service);
        return target <= ceiling
            ? graph.With(service, target / ceiling).Works(of)
            : perfect.Works(of, (service, 1 - ((1 - target) / (1 - ceiling))));
    }
}

using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Reliability;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Graph;

public sealed class DownstreamGraphTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_a_service_waits_for_and_fails_with_is_kept_to_any_depth_and_nothing_else()
    {
        var downstream = DownstreamGraph.Of(Graph("a>b b>c a~soft soft>behind b?degraded b-queue caller>a caller>c", "a b c"), ServiceId.Of("a"));

        Services(downstream).ShouldBe("a b c");
        Dependencies(downstream).ShouldBe("a>b b>c");
        downstream.Graph.Services[downstream.Service].Id.ShouldBe(ServiceId.Of("a"));
    }

    [Fact]
    public void What_does_not_count_is_listed_with_its_reason_the_services_own_first()
    {
        var downstream = DownstreamGraph.Of(Graph("s>b b~x s-y s?z z~unrelated b>c c~s"), ServiceId.Of("s"));

        downstream.Excluded.Select(e => $"{e.Source}-{e.Target} {e.Reason}").ShouldBe(
            ["s-y Asynchronous", "s-z Degraded", "b-x Soft", "c-s Soft"]);
    }

    [Fact]
    public void Alternatives_and_cycles_are_kept_whole()
    {
        var downstream = DownstreamGraph.Of(Graph("m>n|g m>o|g o>p p>q q>o n>r z>m"), ServiceId.Of("m"));

        Services(downstream).ShouldBe("m n o p q r");
        Dependencies(downstream).ShouldBe("m>n|g m>o|g n>r o>p p>q q>o");
    }

    [Fact]
    public void A_service_that_the_graph_does_not_hold_rests_on_itself_alone()
    {
        var downstream = DownstreamGraph.Of(Graph("a>b"), ServiceId.Of("new"));

        Services(downstream).ShouldBe("new");
        downstream.Excluded.ShouldBeEmpty();
        downstream.Service.ShouldBe(0);
    }

    [Fact]
    public void What_is_known_of_a_service_is_kept()
    {
        var graph = new ServiceGraph(
            [new GraphService(ServiceId.Of("other"), ServiceType.Internal, null), new GraphService(ServiceId.Of("bank"), ServiceType.External, 99.9),
             new GraphService(ServiceId.Of("shop"), ServiceType.Internal, null)],
            [new GraphDependency(2, 1, CommunicationMode.Sync, DependencyCriticality.Hard, null, Start)]);

        var downstream = DownstreamGraph.Of(graph, ServiceId.Of("shop"));

        downstream.Graph.Services.ShouldBe([graph.Services[1], graph.Services[2]]);
        downstream.Graph.Dependencies.ShouldBe([new GraphDependency(1, 0, CommunicationMode.Sync, DependencyCriticality.Hard, null, Start)]);
    }

    [Fact]
    public void The_part_says_of_the_service_what_the_whole_graph_says() => Property.Holds(1000, random =>
    {
        var graph = Random(random);
        var window = new TimeWindow(Start, Start.AddDays(30));
        double?[] observed = [.. graph.Services.Select(_ => random.Chance(0.8) ? 0.9 + (random.Unit() / 10) : (double?)null)];
        double?[] targets = [.. graph.Services.Select(_ => random.Chance(0.3) ? 0.95 : (double?)null)];
        int place = random.Below(graph.Services.Count);

        var part = DownstreamGraph.Of(graph, graph.Services[place].Id);

        int[] kept = [.. part.Graph.Services.Select(s => graph.PlaceOf(s.Id)!.Value)];
        var whole = new ServiceAvailabilities(graph, observed, targets, window).Services[place];
        var alone = new ServiceAvailabilities(part.Graph, [.. kept.Select(k => observed[k])], [.. kept.Select(k => targets[k])], window).Services[part.Service];
        alone.Bound.Availability.ShouldBe(whole.Bound.Availability, 1e-12);
        alone.SelfAvailability.ShouldBe(whole.SelfAvailability, 1e-12);
        alone.CommittedBound.ShouldBe(whole.CommittedBound, 1e-12);
        (alone.Dependencies, alone.LongestChain, alone.IsMasked).ShouldBe((whole.Dependencies, whole.LongestChain, whole.IsMasked));
        alone.Dependencies.ShouldBeLessThan(kept.Length);
    });

    private static ServiceGraph Random(SeededRandom random)
    {
        int count = random.Between(1, 10);
        var edges = new Dictionary<(int, int), GraphDependency>();
        for (int i = random.Between(0, 3 * count); i > 0; i--)
        {
            var (source, target) = (random.Below(count), random.Below(count));
            if (source == target) continue;
            edges[(source, target)] = new GraphDependency(
                source,
                target,
                random.Chance(0.1) ? CommunicationMode.Async : CommunicationMode.Sync,
                random.Chance(0.2) ? DependencyCriticality.Soft : DependencyCriticality.Hard,
                random.Chance(0.3) ? "any" : null,
                random.Chance(0.2) ? Start.AddDays(random.Between(1, 29)) : null);
        }

        return new ServiceGraph([.. Enumerable.Range(0, count).Select(i => new GraphService(ServiceId.Of($"s{i}"), ServiceType.Internal, null))], [.. edges.Values]);
    }

    // Hard dependencies as a>b, with a group as a>b|g; soft a~b, degraded a?b, asynchronous a-b.
    private static ServiceGraph Graph(string edges, string services = "")
    {
        var parsed = edges.Split(' ').Select(e => (Ends: e.Split('|')[0].Split('>', '~', '?', '-'), Kind: e.First(c => ">~?-".Contains(c, StringComparison.Ordinal)), Group: e.Split('|').ElementAtOrDefault(1))).ToArray();
        string[] names = [.. services.Split(' ', StringSplitOptions.RemoveEmptyEntries).Concat(parsed.SelectMany(e => e.Ends)).Distinct().Order(StringComparer.Ordinal)];
        return new ServiceGraph(
            [.. names.Select(n => new GraphService(ServiceId.Of(n), ServiceType.Internal, null))],
            [.. parsed.Select(e => new GraphDependency(
                Array.IndexOf(names, e.Ends[0]),
                Array.IndexOf(names, e.Ends[1]),
                e.Kind == '-' ? CommunicationMode.Async : CommunicationMode.Sync,
                e.Kind switch { '~' => DependencyCriticality.Soft, '?' => DependencyCriticality.Degraded, _ => DependencyCriticality.Hard },
                e.Group,
                null))]);
    }

    private static string Services(DownstreamGraph downstream) => string.Join(' ', downstream.Graph.Services.Select(s => s.Id.Value));

    private static string Dependencies(DownstreamGraph downstream) => string.Join(' ', downstream.Graph.Dependencies
        .Select(d => $"{downstream.Graph.Services[d.Source].Id}>{downstream.Graph.Services[d.Target].Id}{(d.RedundancyGroup is { } group ? $"|{group}" : "")}")
        .Order(StringComparer.Ordinal));
}

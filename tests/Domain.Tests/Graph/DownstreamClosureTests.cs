using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Tests.Graph;

public sealed class DownstreamClosureTests
{
    [Fact]
    public void What_a_service_waits_for_and_fails_with_is_kept_to_any_depth_and_nothing_else() =>
        Members("a>b b>c a~soft soft>behind b?degraded b-queue caller>a caller>c", "a").ShouldBe("a b c");

    [Fact]
    public void Alternatives_and_cycles_are_kept_whole() => Members("m>n|g m>o|g o>p p>q q>o n>r z>m", "m").ShouldBe("m n o p q r");

    [Fact]
    public void What_does_not_count_is_listed_with_its_reason_the_services_own_first()
    {
        var graph = Graph("s>b b~x s-y s?z z~unrelated b>c c~s");

        DownstreamClosure.Of(graph, graph.PlaceOf(ServiceId.Of("s"))!.Value).Excluded.Select(e => $"{e.Source}-{e.Target} {e.Reason}").ShouldBe(
            ["s-y Asynchronous", "s-z Degraded", "b-x Soft", "c-s Soft"]);
    }

    private static string Members(string edges, string service)
    {
        var graph = Graph(edges);
        return string.Join(' ', DownstreamClosure.Of(graph, graph.PlaceOf(ServiceId.Of(service))!.Value).Members.Select(m => graph.Services[m].Id.Value));
    }

    // Hard dependencies as a>b, with a group as a>b|g; soft a~b, degraded a?b, asynchronous a-b.
    private static ServiceGraph Graph(string edges)
    {
        var parsed = edges.Split(' ').Select(e => (Ends: e.Split('|')[0].Split('>', '~', '?', '-'), Kind: e.First(c => ">~?-".Contains(c, StringComparison.Ordinal)), Group: e.Split('|').ElementAtOrDefault(1))).ToArray();
        string[] names = [.. parsed.SelectMany(e => e.Ends).Distinct().Order(StringComparer.Ordinal)];
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
}

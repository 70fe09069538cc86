using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Tests.Graph;

public sealed class GraphContentTests
{
    private static readonly DateTimeOffset Since = new(2026, 3, 1, 12, 30, 0, 123, TimeSpan.Zero);

    private static readonly GraphService[] Services =
    [
        new(ServiceId.Of("b"), ServiceType.Internal, null),
        new(ServiceId.Of("a-日本"), ServiceType.External, 99.95),
        new(ServiceId.Of("c"), ServiceType.External, null),
    ];

    private static readonly GraphDependency[] Dependencies =
    [
        new(0, 1, CommunicationMode.Sync, DependencyCriticality.Hard, null, null),
        new(0, 2, CommunicationMode.Async, DependencyCriticality.Degraded, "either \"or\"", null),
        new(1, 2, CommunicationMode.Sync, DependencyCriticality.Soft, null, Since),
    ];

    [Fact]
    public void A_graph_is_read_as_it_was_written()
    {
        var content = GraphContent.Of(new ServiceGraph(Services, Dependencies));

        var graph = GraphContent.Read(content.Bytes);

        (content.Services, content.Dependencies).ShouldBe((3, 3));
        graph.Services.ShouldBe([Services[1], Services[0], Services[2]]);
        graph.Dependencies.ShouldBe([Dependencies[2] with { Source = 0 }, Dependencies[0] with { Source = 1, Target = 0 }, Dependencies[1] with { Source = 1 }]);
    }

    [Fact]
    public void The_order_it_was_built_in_does_not_matter()
    {
        var other = new ServiceGraph(
            [Services[2], Services[0], Services[1]],
            [.. Dependencies.Reverse().Select(d => d with { Source = (d.Source + 1) % 3, Target = (d.Target + 1) % 3 })]);

        GraphContent.Of(other).Hash.ShouldBe(GraphContent.Of(new ServiceGraph(Services, Dependencies)).Hash);
    }

    [Fact]
    public void Every_difference_that_counts_changes_the_hash()
    {
        ServiceGraph[] graphs =
        [
            new(Services, Dependencies),
            new(Services, [.. Dependencies.Skip(1)]),
            new(Services, [Dependencies[0] with { Mode = CommunicationMode.Async }, .. Dependencies.Skip(1)]),
            new(Services, [Dependencies[0] with { Criticality = DependencyCriticality.Soft }, .. Dependencies.Skip(1)]),
            new(Services, [Dependencies[0] with { RedundancyGroup = "g" }, .. Dependencies.Skip(1)]),
            new(Services, [Dependencies[0] with { NewSince = Since }, .. Dependencies.Skip(1)]),
            new([Services[0] with { Type = ServiceType.External }, .. Services.Skip(1)], Dependencies),
            new([Services[0] with { PublishedSla = 99.9 }, .. Services.Skip(1)], Dependencies),
            new([.. Services, new(ServiceId.Of("d"), ServiceType.Internal, null)], Dependencies),
        ];

        graphs.Select(g => Convert.ToHexString(GraphContent.Of(g).Hash)).ShouldBeUnique();
    }
}

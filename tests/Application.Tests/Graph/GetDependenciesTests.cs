using SloFunctions.Application.Graph;
using SloFunctions.Domain.Results;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Graph;

public sealed class GetDependenciesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_known_service_has_surroundings_and_an_unknown_one_is_not_found()
    {
        var useCase = UseCase(new Subgraph("a", "both", 3, [], []));

        (await useCase.HandleAsync(SubgraphQuery.Parse("a", null, null, null).Value!, CancellationToken.None)).Value!.ServiceId.ShouldBe("a");
        (await useCase.HandleAsync(SubgraphQuery.Parse("b", null, null, null).Value!, CancellationToken.None)).Error!
            .ShouldBeEquivalentTo(Error.ServiceNotFound("b"));
    }

    [Theory]
    [InlineData(0, 0.9)]
    [InlineData(3.5, 0.675)]
    [InlineData(7, 0.45)]
    [InlineData(30, 0.45)]
    public async Task Confidence_falls_to_half_over_the_staleness_window(double days, double expected)
    {
        var edge = new EdgeSummary(
            "a", "b", new EdgeSummary.How("sync", "hard", null, null, null, null), "otel_service_graph", 0.9, Now.AddDays(-days), IsStale: false);

        var result = await UseCase(new Subgraph("a", "both", 3, [], [edge])).HandleAsync(SubgraphQuery.Parse("a", null, null, null).Value!, CancellationToken.None);

        result.Value!.Edges.ShouldHaveSingleItem().ConfidenceScore.ShouldBe(expected);
    }

    private static GetDependencies UseCase(Subgraph subgraph) => new(new FixedSubgraph(subgraph), new GraphPolicy(), new FakeClock(Now));
}

using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Graph;
using static SloFunctions.Infrastructure.Tests.Postgres.Graph.Submissions;

namespace SloFunctions.Infrastructure.Tests.Postgres.Graph;

[Collection(PostgresTests.Name)]
public sealed class HardDependencyReaderTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    [Fact]
    public async Task Only_synchronous_hard_dependencies_are_followed()
    {
        await WriteAsync(Manual(
            [.. Chain("a", "b", "c"), Edge("a", "soft", DependencyCriticality.Soft), Edge("soft", "behind-soft"),
            Edge("b", "degraded", DependencyCriticality.Degraded), Edge("b", "queue", mode: CommunicationMode.Async), Edge("caller", "a")]));

        (await ClosureAsync("a")).ShouldBe("a-b b-c");
    }

    [Fact]
    public async Task A_hard_dependency_that_a_more_trusted_source_calls_soft_is_soft()
    {
        await WriteAsync(From(DiscoverySource.Kubernetes, Edge("m", "n"), Edge("n", "o"), Edge("m", "q")));
        await WriteAsync(Manual(Edge("m", "n", DependencyCriticality.Soft)));

        (await ClosureAsync("m")).ShouldBe("m-q");
    }

    [Fact]
    public async Task A_hard_dependency_that_a_less_trusted_source_calls_soft_is_hard()
    {
        await WriteAsync(From(DiscoverySource.Kubernetes, Edge("h", "i", DependencyCriticality.Soft)));
        await WriteAsync(Manual(Edge("h", "i")));

        (await ClosureAsync("h")).ShouldBe("h-i");
    }

    [Fact]
    public async Task Cycles_end_and_shared_services_come_once()
    {
        await WriteAsync(Manual([.. Chain("r", "s", "t", "r"), .. Chain("r", "u", "t")]));

        (await ClosureAsync("r")).ShouldBe("r-s r-u s-t t-r u-t");
    }

    [Fact]
    public async Task Chains_are_followed_to_their_end()
    {
        string[] chain = [.. Enumerable.Range(10, 60).Select(i => $"deep-{i}")];
        await WriteAsync(Manual(Chain(chain)));

        (await ClosureAsync("deep-10")).Split(' ').Length.ShouldBe(59);
    }

    [Fact]
    public async Task An_unknown_service_needs_nothing() => (await ClosureAsync("nobody")).ShouldBe("");

    private Task<IngestionReceipt> WriteAsync(GraphUpdate update) =>
        Into(database).StoreAsync(update, CancellationToken.None);

    private async Task<string> ClosureAsync(string service)
    {
        var edges = await new PostgresHardDependencyReader(new PostgresDatabase(database.Application))
            .ReadClosureAsync(ServiceId.Of(service), CancellationToken.None);
        return string.Join(' ', edges.Select(e => $"{e.Caller}-{e.Callee}"));
    }
}

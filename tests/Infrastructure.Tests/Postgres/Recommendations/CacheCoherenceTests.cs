using Npgsql;
using SloFunctions.Testing;
using static SloFunctions.Infrastructure.Tests.Postgres.Graph.Submissions;

namespace SloFunctions.Infrastructure.Tests.Postgres.Recommendations;

[Collection(PostgresTests.Name)]
public sealed class CacheCoherenceTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly FakeClock clock = new(Published.GeneratedAt);

    [Fact]
    public async Task A_set_of_one_instance_reaches_another_within_the_interval_and_itself_at_once()
    {
        var (here, there) = (Open(), Open());
        var first = await here.SaveAsync("replaced");
        (await here.ServesAsync("replaced"), await there.ServesAsync("replaced")).ShouldBe((first, first));
        await there.ServesAsync("replaced");

        var second = await here.SaveAsync("replaced");

        (await here.ServesAsync("replaced")).ShouldBe(second);
        (await there.ServesAsync("replaced")).ShouldBe(first);
        clock.Advance(Interval);
        (await there.ServesAsync("replaced")).ShouldBe(second);
    }

    [Fact]
    public async Task A_change_of_the_graph_reaches_another_instance_within_the_interval_and_its_own_at_once()
    {
        var (here, there) = (Open(), Open());
        var set = await here.SaveAsync("graphed");
        await here.ServesAsync("graphed");
        await there.ServesAsync("graphed");
        (await there.ServesAsync("graphed")).ShouldBe(set);

        await here.Graph.StoreAsync(Manual(Edge("graphed", "below")), CancellationToken.None);

        (await here.ServesAsync("graphed")).ShouldBeNull();
        (await there.ServesAsync("graphed")).ShouldBe(set);
        clock.Advance(Interval);
        (await there.ServesAsync("graphed")).ShouldBeNull();
    }

    [Fact]
    public async Task The_version_grows_with_what_concerns_stored_sets_and_with_nothing_else()
    {
        var here = Open();
        await here.SaveAsync("versioned");

        (await GrowthAsync(() => here.Graph.StoreAsync(Manual(Edge("versioned", "one")), CancellationToken.None))).ShouldBe(1);
        (await GrowthAsync(() => here.Graph.StoreAsync(Manual(Edge("versioned", "two")), CancellationToken.None))).ShouldBe(0, "It is outdated already.");
        (await GrowthAsync(() => here.Graph.StoreAsync(Manual(Edge("elsewhere", "there")), CancellationToken.None))).ShouldBe(0, "Nobody rests on it.");
        (await GrowthAsync(() => here.SaveAsync("versioned"))).ShouldBe(1);
        (await GrowthAsync(() => Should.ThrowAsync<PostgresException>(() => here.Store.SaveAsync(
            Published.For("versioned") with { ExpiresAt = Published.GeneratedAt }, "{}"u8.ToArray(), [], 30, CancellationToken.None)))).ShouldBe(0, "It failed.");

        async Task<long> GrowthAsync(Func<Task> work)
        {
            long before = await here.Version.ReadAsync(CancellationToken.None);
            await work();
            return await here.Version.ReadAsync(CancellationToken.None) - before;
        }
    }

    [Fact]
    public async Task What_was_stored_carries_the_version_that_another_reads_with_it()
    {
        var (here, there) = (Open(), Open());
        var receipt = await here.Graph.StoreAsync(Nodes(Node("carried")), CancellationToken.None);
        var document = Published.For("carried") with { DependencyGraphSnapshotId = receipt.GraphSnapshotId };

        var saved = await here.Store.SaveAsync(document, "{}"u8.ToArray(), [], 30, CancellationToken.None);
        var found = (await there.Store.FindAsync(Instance.Key("carried"), CancellationToken.None)).Stored.ShouldNotBeNull();

        (found with { Answer = saved.Answer }).ShouldBe(saved);
        found.Answer.ETag.ShouldBe(saved.Answer.ETag);
    }

    private Instance Open() => new(database, clock);
}

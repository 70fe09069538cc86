using Npgsql;

namespace SloFunctions.Infrastructure.Tests.Postgres;

[Collection(PostgresTests.Name)]
public sealed class GraphSnapshotTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    [Theory]
    [InlineData("UPDATE slo.graph_snapshots SET node_count = 0")]
    [InlineData("DELETE FROM slo.graph_snapshots")]
    [InlineData("TRUNCATE slo.graph_snapshots CASCADE")]
    public async Task Not_even_the_owner_changes_a_snapshot(string statement)
    {
        await using var connection = await database.OpenAsync("slo_owner");

        var refusal = await connection.ShouldRefuseAsync(statement);

        refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        refusal.MessageText.ShouldContain("slo.graph_snapshots is immutable");
    }

    [Fact]
    public async Task Retention_deletes_old_snapshots_that_nothing_refers_to()
    {
        await using var connection = await database.SeededAsync();
        foreach (var (name, at) in ((string, string)[])[("old", "2026-01-01Z"), ("used", "2026-01-01Z"), ("recent", "2026-02-01Z")])
            await connection.ExecuteAsync(ValidRows.Insert("graph_snapshots", ("content_hash", $"sha256('{name}')"), ("created_at", $"'{at}'")));
        await connection.ExecuteAsync(ValidRows.Insert("recommendation_sets",
            ("dependency_graph_snapshot_id", "(SELECT id FROM slo.graph_snapshots WHERE content_hash = sha256('used'))")));

        (await connection.ScalarAsync<long>("SELECT slo.purge_graph_snapshots('2026-02-01Z')")).ShouldBe(1);

        (await connection.ScalarAsync<long>(
            "SELECT count(*) FROM slo.graph_snapshots WHERE content_hash IN (sha256('used'), sha256('recent'))")).ShouldBe(2);
        // The permission ends with the function, also within the same transaction.
        (await connection.ScalarAsync<string>("SELECT current_setting('slo.snapshot_retention', true)")).ShouldBeEmpty();
    }
}

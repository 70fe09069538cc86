using Npgsql;
using SloFunctions.Infrastructure.Postgres.Inspection;
using SloFunctions.Infrastructure.Tests.Postgres.Audit;

namespace SloFunctions.Infrastructure.Tests.Postgres.Inspection;

[Collection(PostgresTests.Name)]
public sealed class DatabaseInspectionTests(PostgresFixture server) : IAsyncLifetime
{
    private readonly MigratedDatabase database = new(server);

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Every_table_is_counted_once_and_partitions_with_their_parent()
    {
        await FillAsync();
        await using var superuser = await database.OpenAsync("superuser");

        var counts = await UseAsync(inspection => inspection.CountAsync());

        counts.Tables["slo.sli_aggregates"].ShouldBe(300);
        counts.Tables["slo.slo_audit_log"].ShouldBe(12);
        counts.Tables["slo.services"].ShouldBe(await superuser.ScalarAsync<long>("SELECT count(*) FROM slo.services"));
        counts.Tables.Keys.ShouldBe(await superuser.LinesAsync("""
            SELECT 'slo.' || relname FROM pg_class WHERE relnamespace = 'slo'::regnamespace AND relkind IN ('r', 'p', 'm') AND NOT relispartition ORDER BY relname COLLATE "C"
            """));
        counts.SchemaVersion.ShouldBe(await superuser.ScalarAsync<int>("SELECT max(version) FROM slo_migrations.applied"));
        (counts.AuditChains, counts.AuditEntries).ShouldBe((2, 12));
    }

    [Fact]
    public async Task The_digest_of_the_audit_logs_changes_with_one_entry_more()
    {
        await FillAsync();
        var before = await UseAsync(inspection => inspection.CountAsync());
        (await UseAsync(inspection => inspection.CountAsync())).AuditHeads.ShouldBe(before.AuditHeads);

        await database.AppendAsync(ChainedLogs.Entry("checkout", minute: 99));

        (await UseAsync(inspection => inspection.CountAsync())).AuditHeads.ShouldNotBe(before.AuditHeads);
    }

    [Fact]
    public async Task What_tables_take_is_what_the_server_says_partitions_summed_into_their_parent()
    {
        await FillAsync();
        await using var superuser = await database.OpenAsync("superuser");
        await superuser.ExecuteAsync("ANALYZE");

        var sizes = (await UseAsync(inspection => inspection.MeasureAsync())).ToDictionary(size => size.Name, StringComparer.Ordinal);

        var aggregates = sizes["slo.sli_aggregates"];
        aggregates.Rows.ShouldBe(300);
        aggregates.Partitions.ShouldBe(await superuser.ScalarAsync<int>("SELECT count(*)::integer FROM pg_partition_tree('slo.sli_aggregates') WHERE isleaf"));
        aggregates.TotalBytes.ShouldBe(await superuser.ScalarAsync<long>("SELECT sum(pg_total_relation_size(relid))::bigint FROM pg_partition_tree('slo.sli_aggregates')"));
        sizes["slo.services"].ShouldBe(new TableSize("slo.services", 0, 2, 8_192, await IndexesAsync(superuser), 8_192, sizes["slo.services"].TotalBytes));
        sizes.Values.Sum(size => size.TotalBytes).ShouldBe(await superuser.ScalarAsync<long>("""
            SELECT sum(pg_total_relation_size(oid))::bigint FROM pg_class
            WHERE relnamespace IN ('slo'::regnamespace, 'durable'::regnamespace, 'slo_migrations'::regnamespace) AND relkind IN ('r', 'm')
            """));
    }

    [Fact]
    public async Task A_database_without_the_product_is_an_error()
    {
        await using var source = NpgsqlDataSource.Create(await server.CreateDatabaseAsync());

        await Should.ThrowAsync<PostgresException>(() => new DatabaseInspection(source).CountAsync());
        (await new DatabaseInspection(source).MeasureAsync()).ShouldBeEmpty();
    }

    private static Task<long> IndexesAsync(NpgsqlConnection superuser) => superuser.ScalarAsync<long>("SELECT pg_indexes_size('slo.services')");

    private async Task FillAsync()
    {
        await database.AppendAsync([.. Enumerable.Range(0, 12).Select(i => ChainedLogs.Entry(i % 2 == 0 ? "checkout" : "payment", minute: i))]);
        await using var owner = await database.OpenAsync("slo_owner");
        await owner.ExecuteAsync("""
            SELECT slo.ensure_partitions('2031-01-15Z', '2031-02-15Z');
            INSERT INTO slo.sli_aggregates (service_id, sli_type, "window", value, sample_count, computed_at)
            SELECT (SELECT id FROM slo.services WHERE service_id = 'checkout'), 'error_rate', w, 0.5, 1, '2031-01-15Z'::timestamptz + n * interval '6 hours'
            FROM generate_series(0, 99) n, unnest(ARRAY['1h', '7d', '90d']) w
            """);
    }

    private async Task<T> UseAsync<T>(Func<DatabaseInspection, Task<T>> look)
    {
        await using var source = NpgsqlDataSource.Create(database.SuperuserConnectionString);
        return await look(new DatabaseInspection(source));
    }
}

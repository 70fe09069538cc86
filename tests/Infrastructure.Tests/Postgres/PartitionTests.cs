using Npgsql;

namespace SloFunctions.Infrastructure.Tests.Postgres;

[Collection(PostgresTests.Name)]
public sealed class PartitionTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    // Seven partitioned tables: the hourly counts, the daily ones, and the aggregates of five windows.
    private const int PerMonth = 7;

    [Fact]
    public async Task Rows_land_in_their_month_on_both_sides_of_its_edge()
    {
        await using var connection = await database.SeededAsync();
        // The month is one of UTC, wherever the session believes to be.
        await connection.ExecuteAsync("SET LOCAL timezone = 'Pacific/Auckland'");
        await connection.ExecuteAsync("SELECT slo.ensure_partitions('2031-01-31 23:59:59.999999Z', '2031-02-01Z')");
        await connection.ExecuteAsync(ValidRows.Insert("sli_hourly_counts", ("hour", "'2031-01-31 23:00Z'")));
        await connection.ExecuteAsync(ValidRows.Insert("sli_hourly_counts", ("hour", "'2031-02-01 00:00Z'")));
        await connection.ExecuteAsync(ValidRows.Insert("sli_aggregates", ("computed_at", "'2031-01-31 23:59:59.999999Z'"), ("\"window\"", "'28d'")));
        await connection.ExecuteAsync(ValidRows.Insert("sli_aggregates", ("computed_at", "'2031-02-01Z'")));

        (await connection.LinesAsync("""
            SELECT tableoid::regclass::text FROM slo.sli_hourly_counts UNION ALL
            SELECT tableoid::regclass::text FROM slo.sli_aggregates ORDER BY 1
            """)).ShouldBe([
                "sli_aggregates_1h_2031_02", "sli_aggregates_28d_2031_01", "sli_hourly_counts_2031_01", "sli_hourly_counts_2031_02"]);
    }

    [Theory]
    [InlineData("sli_hourly_counts", "hour")]
    [InlineData("sli_aggregates", "computed_at")]
    public async Task A_row_outside_every_partition_is_refused(string table, string column)
    {
        await using var connection = await database.SeededAsync();

        (await connection.ShouldRefuseAsync(ValidRows.Insert(table, (column, "'2032-01-01Z'"))))
            .SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);
    }

    [Fact]
    public async Task Only_what_is_missing_is_created()
    {
        await using var connection = await database.SeededAsync();

        (await EnsureAsync(connection, "2033-01-15Z", "2033-01-20Z")).ShouldBe(PerMonth);
        (await EnsureAsync(connection, "2033-01-01Z", "2033-01-31Z")).ShouldBe(0);
        (await EnsureAsync(connection, "2032-12-31Z", "2033-02-01Z")).ShouldBe(2 * PerMonth);
        (await EnsureAsync(connection, "2034-01-01Z", "2038-12-31Z")).ShouldBe(60 * PerMonth);
    }

    [Fact]
    public async Task Nothing_is_locked_when_nothing_is_missing()
    {
        await using var connection = await database.OpenAsync("slo_app");
        (await EnsureAsync(connection, "2050-01-15Z", "2050-01-20Z")).ShouldBe(PerMonth);
        await connection.ExecuteAsync("BEGIN");

        await EnsureAsync(connection, "2050-01-15Z", "2050-01-20Z");

        (await connection.ScalarAsync<long>("SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'advisory'")).ShouldBe(0);
    }

    [Fact]
    public async Task Callers_at_the_same_time_share_the_work()
    {
        var created = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var connection = await database.OpenAsync("slo_app");
            return await EnsureAsync(connection, "2040-01-01Z", "2040-03-01Z");
        }));

        created.Sum().ShouldBe(3 * PerMonth);
    }

    [Theory]
    [InlineData("2033-02-01Z", "2033-01-01Z")]
    [InlineData("2033-01-01Z", "2038-01-01Z")]
    [InlineData("-infinity", "2033-01-01Z")]
    [InlineData("2033-01-01Z", "infinity")]
    public async Task An_impossible_span_is_refused(string first, string last)
    {
        await using var connection = await database.OpenAsync("slo_app");

        (await Should.ThrowAsync<PostgresException>(() => EnsureAsync(connection, first, last)))
            .SqlState.ShouldBe(PostgresErrorCodes.InvalidParameterValue);
    }

    [Fact]
    public async Task Expired_partitions_are_dropped_and_the_others_keep_their_rows()
    {
        await using var connection = await database.SeededAsync();
        await EnsureAsync(connection, "2021-01-01Z", "2021-03-01Z");
        foreach (var month in (string[])["01", "02", "03"])
        {
            await connection.ExecuteAsync(ValidRows.Insert("sli_hourly_counts", ("hour", $"'2021-{month}-10Z'")));
            await connection.ExecuteAsync(ValidRows.Insert("sli_aggregates", ("computed_at", $"'2021-{month}-10Z'")));
            await connection.ExecuteAsync(ValidRows.Insert("sli_aggregates", ("computed_at", $"'2021-{month}-10Z'"), ("\"window\"", "'1d'")));
        }

        var dropped = await connection.LinesAsync("SELECT unnest(slo.drop_expired_partitions('2021-03-01Z', '2021-02-28 23:59Z'))");

        dropped.ShouldBe([
            "sli_aggregates_1d_2021_01", "sli_aggregates_1h_2021_01", "sli_aggregates_1h_2021_02", "sli_aggregates_28d_2021_01",
            "sli_aggregates_7d_2021_01", "sli_aggregates_90d_2021_01", "sli_daily_counts_2021_01", "sli_hourly_counts_2021_01"]);
        (await connection.LinesAsync("""
            SELECT tableoid::regclass::text FROM slo.sli_hourly_counts UNION ALL
            SELECT tableoid::regclass::text FROM slo.sli_aggregates ORDER BY 1
            """)).ShouldBe([
                "sli_aggregates_1d_2021_02", "sli_aggregates_1d_2021_03", "sli_aggregates_1h_2021_03",
                "sli_hourly_counts_2021_02", "sli_hourly_counts_2021_03"]);
        (await connection.LinesAsync("SELECT unnest(slo.drop_expired_partitions('2021-03-01Z', '2021-02-28 23:59Z'))")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("now()", "now() - interval '1 year'")]
    [InlineData("now() - interval '90 days'", "now() - interval '27 days'")]
    [InlineData("'infinity'", "'infinity'")]
    [InlineData("NULL", "now() - interval '1 year'")]
    public async Task The_last_28_days_are_never_dropped(string beforeHourly, string beforeDaily)
    {
        await using var connection = await database.OpenAsync("slo_app");

        var refusal = await connection.ShouldRefuseAsync($"SELECT slo.drop_expired_partitions({beforeHourly}, {beforeDaily})");

        refusal.SqlState.ShouldBe(PostgresErrorCodes.InvalidParameterValue);
    }

    [Fact]
    public async Task An_upsert_replaces_the_value_and_the_lookup_reads_one_index_of_one_month()
    {
        await using var connection = await database.SeededAsync();
        const string Upsert = """ ON CONFLICT (service_id, sli_type, "window", computed_at) DO UPDATE SET value = excluded.value""";
        await connection.ExecuteAsync(ValidRows.Insert("sli_aggregates") + Upsert);
        await connection.ExecuteAsync(ValidRows.Insert("sli_aggregates", ("value", "0.5")) + Upsert);
        await connection.ExecuteAsync("SET LOCAL enable_seqscan = off");

        var plan = await connection.LinesAsync("""
            EXPLAIN SELECT value FROM slo.sli_aggregates
            WHERE service_id = '00000000-0000-0000-0000-000000000001' AND sli_type = 'availability' AND "window" = '1h'
              AND computed_at >= '2026-01-01Z' AND computed_at < '2026-02-01Z'
            ORDER BY computed_at DESC LIMIT 1
            """);

        (await connection.LinesAsync("SELECT value::text FROM slo.sli_aggregates")).ShouldBe(["0.5"]);
        plan.Count(line => line.Contains("Scan", StringComparison.Ordinal)).ShouldBe(1);
        plan.ShouldContain(line => line.Contains("Index Scan using sli_aggregates_1h_2026_01", StringComparison.Ordinal));
        plan.ShouldNotContain(line => line.Contains("Sort", StringComparison.Ordinal));
    }

    private static async Task<int> EnsureAsync(NpgsqlConnection connection, string first, string last) =>
        await connection.ScalarAsync<int>($"SELECT slo.ensure_partitions('{first}', '{last}')");
}

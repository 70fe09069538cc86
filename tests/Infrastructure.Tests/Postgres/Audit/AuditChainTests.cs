using Npgsql;
using SloFunctions.Application.Audit;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Audit;

namespace SloFunctions.Infrastructure.Tests.Postgres.Audit;

[Collection(PostgresTests.Name)]
public sealed class AuditChainTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    [Theory]
    [InlineData("")]
    [InlineData("it's \"quoted\" \\ and 'again'")]
    [InlineData("ünïcödé 漢字 🦄 \u0301")]
    [InlineData("line\nbreak\ttab\r\u0001")]
    public async Task The_database_and_this_code_compute_the_same_digests(string text)
    {
        string json = System.Text.Json.JsonSerializer.Serialize(new { text, numbers = new[] { 1.10m, 1e3m, -0m, 12345678901234567890m } });
        var entry = ChainedLogs.Entry("nasty", text) with { Details = json, NewSlo = """{"x": 1.50, "e": 1e400, "z": -0.0, "y": {"b": null, "a": []}}""" };

        await database.AppendAsync(
            entry,
            ChainedLogs.Entry("nasty") with { Rationale = null, PreviousSlo = null, NewSlo = null, SelectedTier = null, ModificationDelta = null, Details = null },
            ChainedLogs.Entry("nasty") with { Timestamp = ChainedLogs.Start.AddTicks(1234560), Rationale = new string('ü', 100_000) },
            ChainedLogs.Entry("nasty") with { Timestamp = new DateTimeOffset(1901, 1, 1, 0, 0, 0, 1, TimeSpan.Zero) });
        await using (var connection = await database.OpenAsync("slo_app"))
        {
            await AdminAuditLog.AppendAsync(
                connection, new AdminAuditEntry("ann", "created", "rule", "x", null, new { text }, ChainedLogs.Start), CancellationToken.None);
        }

        var found = await database.VerifyAsync();
        found.Breaks.ShouldBeEmpty();
        found.Intact.ShouldBeTrue();
        found.Entries.ShouldBeGreaterThanOrEqualTo(5);
    }

    [Fact]
    public async Task Entries_of_many_services_in_one_call_are_each_chained_in_their_order()
    {
        var entries = Enumerable.Range(0, 600).Select(i => ChainedLogs.Entry($"bulk-{i * 7 % 200}", $"{i / 200}")).ToArray();

        await database.AppendAsync(entries);

        (await database.VerifyAsync()).Intact.ShouldBeTrue();
        await using var connection = await database.OpenAsync("slo_app");
        (await connection.LinesAsync("""
            SELECT DISTINCT string_agg(l.sequence || '=' || l.rationale, ' ' ORDER BY l.sequence)
            FROM slo.slo_audit_log l JOIN slo.services s ON s.id = l.service_id WHERE s.service_id LIKE 'bulk-%' GROUP BY l.service_id
            """)).ShouldBe(["1=0 2=1 3=2"]);
    }

    [Fact]
    public async Task Appending_at_once_from_many_connections_makes_one_chain_of_each_service()
    {
        string[] services = ["busy-a", "busy-b", "busy-c"];
        await database.AppendAsync([.. services.Select(s => ChainedLogs.Entry(s))]);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async worker =>
        {
            for (int i = 0; i < 15; i++)
            {
                // Each names the services in another order, alone and together.
                await database.AppendAsync([.. services.OrderBy(s => (s, worker + i).GetHashCode()).Take(1 + (i % 3)).Select(s => ChainedLogs.Entry(s))]);
            }
        }));

        (await database.VerifyAsync()).Breaks.ShouldBeEmpty();
        await using var connection = await database.OpenAsync("slo_app");
        (await connection.ScalarAsync<long>("""
            SELECT count(*) FROM slo.slo_audit_log l JOIN slo.services s ON s.id = l.service_id WHERE s.service_id LIKE 'busy-%'
            """)).ShouldBe(3 + (8 * 5 * (1 + 2 + 3)));
    }

    [Fact]
    public async Task Two_first_entries_at_once_are_one_chain()
    {
        await using var one = await OpenAsync("first");
        await using var other = await OpenAsync("first");
        await using var first = await one.BeginTransactionAsync();
        await AuditLog.AppendAsync(one, [ChainedLogs.Entry("first")], CancellationToken.None);

        var waiting = AuditLog.AppendAsync(other, [ChainedLogs.Entry("first")], CancellationToken.None);
        await first.CommitAsync();
        await waiting;

        (await database.VerifyAsync()).Breaks.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_entry_that_is_rolled_back_leaves_no_gap()
    {
        await database.AppendAsync(ChainedLogs.Entry("rolled"));
        await using (var connection = await OpenAsync("rolled"))
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await AuditLog.AppendAsync(connection, [ChainedLogs.Entry("rolled")], CancellationToken.None);
            await transaction.RollbackAsync();
        }

        await database.AppendAsync(ChainedLogs.Entry("rolled"));

        (await database.VerifyAsync()).Breaks.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("slo_audit_log")]
    [InlineData("admin_audit_log")]
    public async Task What_a_client_says_about_the_chain_is_not_believed(string table)
    {
        await using var connection = await OpenAsync("checkout");

        await connection.ExecuteAsync(ValidRows.Insert(table, ("sequence", "77"), ("previous_hash", "sha256('x')"), ("hash", "sha256('x')")));

        (await database.VerifyAsync()).Breaks.ShouldBeEmpty();
        (await connection.ScalarAsync<long>($"SELECT count(*) FROM slo.{table} WHERE hash = sha256('x') OR previous_hash = sha256('x')")).ShouldBe(0);
    }

    [Theory]
    [InlineData("slo_audit_log")]
    [InlineData("admin_audit_log")]
    public async Task An_insertion_that_would_be_dropped_silently_is_refused(string table)
    {
        await using var connection = await OpenAsync("checkout");
        const string Id = "'11111111-1111-1111-1111-111111111111'";
        await connection.ExecuteAsync(ValidRows.Insert(table, ("id", Id)));

        (await connection.ShouldRefuseAsync(ValidRows.Insert(table, ("id", Id)) + " ON CONFLICT DO NOTHING")).SqlState.ShouldBe(PostgresErrorCodes.UniqueViolation);

        (await database.VerifyAsync()).Breaks.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("slo_audit_log")]
    [InlineData("admin_audit_log")]
    public async Task A_time_without_end_is_refused(string table)
    {
        await using var connection = await OpenAsync("checkout");

        (await connection.ShouldRefuseAsync(ValidRows.Insert(table, ("\"timestamp\"", "'infinity'")))).MessageText.ShouldContain("infinity");
    }

    private async Task<NpgsqlConnection> OpenAsync(string service)
    {
        var connection = await database.OpenAsync("slo_app");
        await connection.RegisterAsync(service);
        return connection;
    }
}

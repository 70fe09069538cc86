using SloFunctions.Application.Audit;
using SloFunctions.Infrastructure.Postgres.Audit;

namespace SloFunctions.Infrastructure.Tests.Postgres.Audit;

[Collection(PostgresTests.Name)]
public sealed class TamperingTests(PostgresFixture server) : IAsyncLifetime
{
    private readonly MigratedDatabase database = new(server);

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        await database.AppendAsync([.. Enumerable.Range(0, 12).Select(i => ChainedLogs.Entry(i % 2 == 0 ? "checkout" : "payment", minute: i))]);
        await using var connection = await database.OpenAsync("slo_app");
        for (int i = 0; i < 3; i++)
        {
            var entry = new AdminAuditEntry("ann", "rule_changed", "rule", "1", new { i }, new { i = i + 1 }, ChainedLogs.Start);
            await AdminAuditLog.AppendAsync(connection, entry, CancellationToken.None);
            await connection.ExecuteAsync(ValidRows.Insert("admin_audit_log", ("rationale", "'why'")));
        }
    }

    public Task DisposeAsync() => database.DisposeAsync();

    [Theory]
    [InlineData("slo_audit_log", 16)]
    [InlineData("admin_audit_log", 12)]
    public async Task A_change_of_any_column_is_found_with_its_row(string table, int columns)
    {
        await using var superuser = await database.OpenAsync("superuser");
        await superuser.ExecuteAsync("ALTER TABLE slo.slo_audit_log DROP CONSTRAINT slo_audit_log_service_id_sequence_key; ALTER TABLE slo.admin_audit_log DROP CONSTRAINT admin_audit_log_sequence_key");
        var changes = await superuser.LinesAsync($"""
            SELECT format('%I = %s', column_name, CASE data_type
              WHEN 'uuid' THEN CASE column_name WHEN 'service_id' THEN '(SELECT id FROM slo.services WHERE service_id = ''payment'')' ELSE 'gen_random_uuid()' END
              WHEN 'jsonb' THEN format('jsonb_build_object(''forged'', %I)', column_name)
              WHEN 'bytea' THEN format('set_byte(%1$I, 31, get_byte(%1$I, 31) # 1)', column_name)
              WHEN 'bigint' THEN format('%I + 100', column_name)
              WHEN 'timestamp with time zone' THEN format('%I + interval ''1 microsecond''', column_name)
              ELSE CASE column_name WHEN 'action' THEN '''reject''' WHEN 'selected_tier' THEN '''aggressive''' ELSE format('coalesce(%1$I, '''') || '' ''', column_name) END END)
            FROM information_schema.columns WHERE table_schema = 'slo' AND table_name = '{table}' ORDER BY ordinal_position
            """);
        changes.Count.ShouldBe(columns);
        foreach (string change in changes)
        {
            string row = await superuser.ScalarAsync<string>(
                $"SELECT to_jsonb(l)::text FROM slo.{table} l {(table == "slo_audit_log" ? "JOIN slo.services s ON s.id = l.service_id AND s.service_id = 'checkout' " : "")}WHERE l.sequence = 3");
            string id = System.Text.Json.JsonDocument.Parse(row).RootElement.GetProperty("id").GetString()!;
            await superuser.ExecuteAsync($"CREATE TABLE kept AS SELECT * FROM slo.{table} WHERE id = '{id}'");

            await database.TamperAsync($"UPDATE slo.{table} SET {change} WHERE id = '{id}'");

            var found = await database.VerifyAsync();
            found.Intact.ShouldBeFalse(change);
            if (!change.StartsWith("id ", StringComparison.Ordinal)) found.Breaks.ShouldContain(b => b.Log == table && b.Kind == "changed" && b.AuditId == Guid.Parse(id), change);
            await database.TamperAsync($"DELETE FROM slo.{table} l WHERE {(change.StartsWith("id ", StringComparison.Ordinal) ? "l.hash = (SELECT hash FROM kept)" : $"id = '{id}'")}; INSERT INTO slo.{table} SELECT * FROM kept");
            await superuser.ExecuteAsync("DROP TABLE kept");
            (await database.VerifyAsync()).Breaks.ShouldBeEmpty(change);
        }
    }

    [Fact]
    public async Task A_single_edit_is_told_once_with_service_sequence_and_id()
    {
        await database.TamperAsync($"UPDATE slo.slo_audit_log l SET rationale = 'becausf' {Of("checkout", 4)}");

        var broken = (await database.VerifyAsync()).Breaks.ShouldHaveSingleItem();

        (broken.Kind, broken.ServiceId, broken.Sequence).ShouldBe(("changed", "checkout", 4L));
        await using var connection = await database.OpenAsync("slo_app");
        broken.AuditId.ShouldBe(await connection.ScalarAsync<Guid>("SELECT id FROM slo.slo_audit_log WHERE rationale = 'becausf'"));
    }

    [Fact]
    public async Task An_edit_with_a_digest_computed_anew_is_told_at_the_next_entry()
    {
        await database.TamperAsync($"""
            UPDATE slo.slo_audit_log l SET actor = 'mallory', hash = slo.audit_digest(l.previous_hash, 'slo_audit_log', l.service_id::text, l.sequence::text, l.id::text,
              l.action::text, 'mallory', l.recommendation_id::text, l.recommendation_set_id::text, l.previous_slo::text, l.new_slo::text, l.selected_tier::text,
              l.rationale, l.modification_delta::text, l.details::text, (extract(epoch FROM l."timestamp") * 1000000)::bigint::text)
            {Of("checkout", 4)}
            """);

        var broken = (await database.VerifyAsync()).Breaks.ShouldHaveSingleItem();

        (broken.Kind, broken.Sequence).ShouldBe(("unlinked", 5L));
    }

    [Fact]
    public async Task An_entry_that_was_taken_away_is_missing()
    {
        await database.TamperAsync($"DELETE FROM slo.slo_audit_log l {Of("payment", 2, "USING")}");

        var broken = (await database.VerifyAsync()).Breaks.ShouldHaveSingleItem();

        (broken.Kind, broken.ServiceId, broken.Sequence, broken.AuditId).ShouldBe(("missing", "payment", 2L, null));
    }

    [Fact]
    public async Task Two_entries_that_changed_places_are_both_told()
    {
        await database.TamperAsync("ALTER TABLE slo.slo_audit_log DROP CONSTRAINT slo_audit_log_service_id_sequence_key; "
            + "UPDATE slo.slo_audit_log l SET sequence = 7 - l.sequence FROM slo.services s WHERE s.id = l.service_id AND s.service_id = 'checkout' AND l.sequence IN (3, 4)");

        (await database.VerifyAsync()).Breaks.Select(b => (b.Kind, b.Sequence)).ShouldBe([("changed", 3), ("changed", 4), ("unlinked", 5)]);
    }

    [Theory]
    [InlineData("DELETE FROM slo.slo_audit_log l USING slo.services s WHERE s.id = l.service_id AND s.service_id = 'checkout' AND l.sequence > 4")]
    [InlineData("DELETE FROM slo.slo_audit_log l USING slo.services s WHERE s.id = l.service_id AND s.service_id = 'checkout'")]
    [InlineData("DELETE FROM slo.audit_heads h USING slo.services s WHERE s.id = h.chain_id AND s.service_id = 'checkout'")]
    [InlineData("UPDATE slo.audit_heads h SET hash = sha256('x') FROM slo.services s WHERE s.id = h.chain_id AND s.service_id = 'checkout'")]
    [InlineData("DELETE FROM slo.admin_audit_log WHERE sequence = 6")]
    public async Task A_tail_and_a_head_that_disagree_are_told(string statement)
    {
        await database.TamperAsync(statement);

        (await database.VerifyAsync()).Breaks.ShouldHaveSingleItem().Kind.ShouldBe("head_mismatch");
    }

    private static string Of(string service, int sequence, string clause = "FROM") =>
        $"{clause} slo.services s WHERE s.id = l.service_id AND s.service_id = '{service}' AND l.sequence = {sequence}";
}

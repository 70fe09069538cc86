using Npgsql;

namespace SloFunctions.Infrastructure.Tests.Postgres;

[Collection(PostgresTests.Name)]
public sealed class AuditLogTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    public static TheoryData<string, string, string> Attempts
    {
        get
        {
            var attempts = new TheoryData<string, string, string>();
            foreach (var role in (string[])["superuser", "slo_owner", "slo_app"])
            {
                foreach (var table in (string[])["slo_audit_log", "admin_audit_log"])
                {
                    attempts.Add(role, table, $"UPDATE slo.{table} SET actor = 'mallory'");
                    attempts.Add(role, table, $"UPDATE slo.{table} SET actor = 'mallory' WHERE false");
                    attempts.Add(role, table, $"DELETE FROM slo.{table}");
                    attempts.Add(role, table, $"TRUNCATE slo.{table} CASCADE");
                    attempts.Add(role, table, $"MERGE INTO slo.{table} t USING (VALUES (1)) v ON true WHEN MATCHED THEN DELETE");
                    attempts.Add(role, table,
                        $"INSERT INTO slo.{table} SELECT * FROM slo.{table} ON CONFLICT (id) DO UPDATE SET actor = 'mallory'");
                }
            }

            return attempts;
        }
    }

    public async Task InitializeAsync()
    {
        await using var connection = await database.OpenAsync("slo_app");
        await connection.ExecuteAsync("INSERT INTO slo.services (service_id) VALUES ('checkout') ON CONFLICT DO NOTHING");
        await connection.ExecuteAsync(ValidRows.Insert("slo_audit_log"));
        await connection.ExecuteAsync(ValidRows.Insert("admin_audit_log"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Attempts))]
    public async Task Nobody_changes_what_was_written(string role, string table, string statement)
    {
        await using var connection = await database.OpenAsync(role);
        var before = await connection.LinesAsync($"SELECT t::text FROM slo.{table} t ORDER BY id");

        var refusal = await connection.ShouldRefuseAsync(statement);

        refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        if (role != "slo_app")
            refusal.MessageText.ShouldContain($"slo.{table} is append-only");
        (await connection.LinesAsync($"SELECT t::text FROM slo.{table} t ORDER BY id")).ShouldBe(before);
    }

    [Fact]
    public async Task Truncating_services_in_cascade_stops_at_the_audit_log()
    {
        await using var connection = await database.OpenAsync("slo_owner");

        (await connection.ShouldRefuseAsync("TRUNCATE slo.services CASCADE")).MessageText.ShouldContain("TRUNCATE is refused");
    }

    [Fact]
    public async Task Replication_mode_does_not_silence_the_triggers()
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync("SET session_replication_role = replica");

        (await connection.ShouldRefuseAsync("DELETE FROM slo.slo_audit_log")).MessageText.ShouldContain("append-only");
    }
}

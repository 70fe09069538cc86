using SloFunctions.Application.Audit;
using SloFunctions.Infrastructure.AzureTables;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Audit;
using SloFunctions.Infrastructure.Postgres.Migrations;

namespace SloFunctions.Infrastructure.Tests.Postgres.Audit;

[Collection(PostgresTests.Name)]
public sealed class EarlierEntriesTests(PostgresFixture server)
{
    [Fact]
    public async Task Entries_from_before_are_chained_by_their_times_and_stay_append_only()
    {
        var options = new PostgresOptions { ConnectionString = await server.CreateDatabaseAsync() };
        options = options with { OwnerConnectionString = options.ConnectionString };
        await new MigrationRunner(options.ConnectionString, [.. EmbeddedMigrations.All.Take(15)], TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1)).UpAsync();
        await using var connection = await Sql.OpenAsync(options.ConnectionString);
        await connection.ExecuteAsync("""
            INSERT INTO slo.services (service_id) VALUES ('checkout'), ('payment');
            INSERT INTO slo.slo_audit_log (service_id, action, actor, rationale, "timestamp")
              SELECT s.id, 'reject', 'ann', n::text, timestamptz '2026-01-01Z' - n * interval '1 hour' FROM slo.services s, generate_series(1, 20) n;
            INSERT INTO slo.admin_audit_log (actor, action, subject_type, subject_id) SELECT 'ann', 'x', 'y', n::text FROM generate_series(1, 5) n
            """);

        await MigrationRunner.Create(options).UpAsync();

        (await VerifyAsync(options)).Breaks.ShouldBeEmpty();
        (await connection.LinesAsync("SELECT DISTINCT sequence || '=' || rationale FROM slo.slo_audit_log WHERE sequence IN (1, 20) ORDER BY 1")).ShouldBe(["1=20", "20=1"]);
        (await connection.ShouldRefuseAsync("UPDATE slo.slo_audit_log SET actor = 'mallory'")).MessageText.ShouldContain("append-only");
        (await connection.ShouldRefuseAsync("DELETE FROM slo.admin_audit_log")).MessageText.ShouldContain("append-only");

        await MigrationRunner.Create(options).DownAsync(15);
        (await connection.ScalarAsync<long>("SELECT count(*) FROM slo.slo_audit_log")).ShouldBe(40);
        await MigrationRunner.Create(options).UpAsync();
        (await VerifyAsync(options)).Entries.ShouldBe(45);
    }

    private static async Task<Application.Audit.Documents.VerificationDocument> VerifyAsync(PostgresOptions options)
    {
        await using var source = PostgresDataSource.Create(options);
        return await new VerifyAuditLog(new PostgresAuditChains(new PostgresDatabase(source)), new TableAuditAnchors(null), TimeProvider.System)
            .HandleAsync(CancellationToken.None);
    }
}

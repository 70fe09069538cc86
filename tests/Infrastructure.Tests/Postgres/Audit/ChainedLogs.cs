using Npgsql;
using SloFunctions.Application.Audit;
using SloFunctions.Application.Audit.Documents;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Infrastructure.AzureTables;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Audit;

namespace SloFunctions.Infrastructure.Tests.Postgres.Audit;

/// <summary>Short ways to write to audit logs, as the application and as a superuser who means no good, and to verify them.</summary>
internal static class ChainedLogs
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static PostgresAuditChains Chains(this MigratedDatabase database) => new(new PostgresDatabase(database.Application));

    public static Task<VerificationDocument> VerifyAsync(this MigratedDatabase database, IAuditAnchors? anchors = null) =>
        new VerifyAuditLog(database.Chains(), anchors ?? new TableAuditAnchors(null), TimeProvider.System).HandleAsync(CancellationToken.None);

    public static AuditEntry Entry(string service, string rationale = "because", int minute = 0) => new(
        Guid.NewGuid(), ServiceId.Of(service), AuditAction.Modify, "ann@example.org", null, null, """{"a": 1}""", """{"b": 2}""", Tier.Balanced, rationale,
        """{"c": 3}""", """{"d": 4}""", Start.AddMinutes(minute));

    public static async Task AppendAsync(this MigratedDatabase database, params AuditEntry[] entries)
    {
        await new PostgresDatabase(database.Application).TransactAsync(
            async connection =>
            {
                foreach (string service in entries.Select(e => e.Service.Value).Distinct()) await connection.RegisterAsync(service);
                await AuditLog.AppendAsync(connection, entries, CancellationToken.None);
                return true;
            },
            CancellationToken.None);
    }

    public static Task RegisterAsync(this NpgsqlConnection connection, string service) =>
        connection.ExecuteAsync($"INSERT INTO slo.services (service_id) VALUES ('{service}') ON CONFLICT DO NOTHING");

    /// <summary>Does what only a superuser can who switches the triggers off.</summary>
    public static async Task TamperAsync(this MigratedDatabase database, string statement)
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync($"""
            BEGIN;
            ALTER TABLE slo.slo_audit_log DISABLE TRIGGER ALL; ALTER TABLE slo.admin_audit_log DISABLE TRIGGER ALL;
            {statement};
            ALTER TABLE slo.slo_audit_log ENABLE ALWAYS TRIGGER slo_audit_log_append_only; ALTER TABLE slo.slo_audit_log ENABLE ALWAYS TRIGGER slo_audit_log_chain;
            ALTER TABLE slo.admin_audit_log ENABLE ALWAYS TRIGGER admin_audit_log_append_only; ALTER TABLE slo.admin_audit_log ENABLE ALWAYS TRIGGER admin_audit_log_chain;
            COMMIT
            """);
    }

    /// <summary>Takes the last entries of a service away and sets its head back, as if they had never been.</summary>
    public static Task CutOffAsync(this MigratedDatabase database, string service, int keep) => database.TamperAsync($"""
        DELETE FROM slo.slo_audit_log l USING slo.services s WHERE s.id = l.service_id AND s.service_id = '{service}' AND l.sequence > {keep};
        UPDATE slo.audit_heads h SET sequence = l.sequence, hash = l.hash
        FROM slo.slo_audit_log l JOIN slo.services s ON s.id = l.service_id
        WHERE s.service_id = '{service}' AND l.sequence = {keep} AND h.chain_id = s.id
        """);
}

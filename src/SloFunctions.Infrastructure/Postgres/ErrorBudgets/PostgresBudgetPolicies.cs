using Npgsql;
using SloFunctions.Application.Audit;
using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Results;
using SloFunctions.Infrastructure.Postgres.Audit;

namespace SloFunctions.Infrastructure.Postgres.ErrorBudgets;

/// <summary>Keeps teams' error budget policies, each change with its entry in the audit log.</summary>
public sealed class PostgresBudgetPolicies(PostgresDatabase database) : IBudgetPolicies
{
    // Whoever changes a policy waits for whoever else does, because a row that is not there cannot be locked; readers do not wait.
    private const string Lock = "LOCK TABLE error_budget_policies IN SHARE ROW EXCLUSIVE MODE";
    private const string ReadAll = "SELECT team, caution_share, freeze_share, incident_share, version, updated_at FROM error_budget_policies";
    private const string Read = ReadAll + " WHERE team = $1";

    private const string Put = """
        INSERT INTO error_budget_policies AS p (team, caution_share, freeze_share, incident_share, version, updated_at) VALUES ($1, $2, $3, $4, 1, $5)
        ON CONFLICT (team) DO UPDATE SET
          caution_share = excluded.caution_share, freeze_share = excluded.freeze_share, incident_share = excluded.incident_share,
          version = p.version + 1, updated_at = excluded.updated_at
        """;

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, PolicyThresholds>> ReadAllAsync(CancellationToken cancellation)
    {
        var policies = await database.UseAsync(connection => connection.QueryAsync(ReadAll, [], Policy, cancellation), cancellation);
        return policies.ToDictionary(p => p.Team, p => p.Thresholds, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public Task<TeamPolicy> ReadAsync(string team, CancellationToken cancellation) =>
        database.UseAsync(connection => ReadAsync(connection, team, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<Result<TeamPolicy>> ReplaceAsync(
        string team, PolicyThresholds thresholds, Precondition precondition, string actor, DateTimeOffset now, CancellationToken cancellation) =>
        database.TransactAsync<Result<TeamPolicy>>(
            async connection =>
            {
                await connection.ExecuteAsync(Lock, [], cancellation);
                var previous = await ReadAsync(connection, team, cancellation);
                if (precondition.Check(previous.Tag) is { } failed) return failed;
                object[] row = [team, (decimal)thresholds.Caution, (decimal)thresholds.Freeze, (decimal)thresholds.Incident, now];
                await connection.ExecuteAsync(Put, row, cancellation);
                var current = await ReadAsync(connection, team, cancellation);
                var entry = new AdminAuditEntry(actor, "error_budget_policy_replaced", "error_budget_policies", team, previous.Document, current.Document, now);
                await AdminAuditLog.AppendAsync(connection, entry, cancellation);
                return current;
            },
            cancellation);

    private static async Task<TeamPolicy> ReadAsync(NpgsqlConnection connection, string team, CancellationToken cancellation) =>
        (await connection.QueryAsync(Read, [team], Policy, cancellation)).FirstOrDefault() ?? TeamPolicy.Default(team);

    private static TeamPolicy Policy(NpgsqlDataReader row) => new(
        row.GetString(0),
        new PolicyThresholds((double)row.GetDecimal(1), (double)row.GetDecimal(2), (double)row.GetDecimal(3)),
        row.GetInt64(4),
        row.GetFieldValue<DateTimeOffset>(5));
}

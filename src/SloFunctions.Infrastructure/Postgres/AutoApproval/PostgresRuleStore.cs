using Npgsql;
using SloFunctions.Application.Audit;
using SloFunctions.Application.AutoApproval;
using SloFunctions.Domain.Results;
using SloFunctions.Infrastructure.Postgres.Audit;

namespace SloFunctions.Infrastructure.Postgres.AutoApproval;

/// <summary>Keeps auto-approval rules in the database, each change with its entry in the audit log.</summary>
public sealed class PostgresRuleStore(PostgresDatabase database) : IRuleStore
{
    // Whoever changes a rule waits for whoever else does, so that neither names nor numbers can slip past each other; readers do not wait.
    private const string LockNames = "LOCK TABLE auto_approval_rules IN SHARE ROW EXCLUSIVE MODE";

    private const string FindNames = "SELECT count(*), coalesce(bool_or(name = $1 AND id <> $2), false) FROM auto_approval_rules";

    private const string Delete = "DELETE FROM auto_approval_rules WHERE id = $1";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleSummary>> ListAsync(RulePosition? after, int count, CancellationToken cancellation) =>
        await QueryAsync("AutoApproval/list_rules.sql", [after?.CreatedAt, after?.Id, count], cancellation);

    /// <inheritdoc/>
    public async Task<RuleSummary?> FindAsync(Guid id, CancellationToken cancellation) =>
        (await QueryAsync("AutoApproval/find_rule.sql", [id], cancellation)).FirstOrDefault();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleSummary>> ReadEnabledAsync(CancellationToken cancellation) =>
        await QueryAsync("AutoApproval/read_enabled_rules.sql", [], cancellation);

    /// <inheritdoc/>
    public Task<Result<RuleSummary>> CreateAsync(Guid id, RuleDraft draft, RuleChange change, CancellationToken cancellation) =>
        database.TransactAsync<Result<RuleSummary>>(
            async connection =>
            {
                var (count, isTaken) = await LockNamesAsync(connection, id, draft, cancellation);
                if (isTaken) return RuleErrors.NameTaken(draft.Name);
                if (count >= RuleLimits.Rules) return RuleErrors.TooMany;
                var created = await StoreAsync(connection, "AutoApproval/insert_rule.sql", id, draft, change, cancellation);
                await AuditAsync(connection, "auto_approval_rule_created", null, created, change, cancellation);
                return created;
            },
            cancellation);

    /// <inheritdoc/>
    public Task<Result<RuleSummary>> ReplaceAsync(Guid id, RuleDraft draft, RuleChange change, CancellationToken cancellation) =>
        database.TransactAsync<Result<RuleSummary>>(
            async connection =>
            {
                var (_, isTaken) = await LockNamesAsync(connection, id, draft, cancellation);
                if (!(await LockAsync(connection, id, change, cancellation)).TryGet(out var previous, out var error)) return error;
                if (isTaken) return RuleErrors.NameTaken(draft.Name);
                var current = await StoreAsync(connection, "AutoApproval/replace_rule.sql", id, draft, change, cancellation);
                await AuditAsync(connection, "auto_approval_rule_updated", previous, current, change, cancellation);
                return current;
            },
            cancellation);

    /// <inheritdoc/>
    public Task<Result<RuleSummary>> DeleteAsync(Guid id, RuleChange change, CancellationToken cancellation) => database.TransactAsync<Result<RuleSummary>>(
        async connection =>
        {
            await connection.ExecuteAsync(LockNames, [], cancellation);
            if (!(await LockAsync(connection, id, change, cancellation)).TryGet(out var previous, out var error)) return error;
            await connection.ExecuteAsync(Delete, [id], cancellation);
            await AuditAsync(connection, "auto_approval_rule_deleted", previous, null, change, cancellation);
            return previous;
        },
        cancellation);

    private Task<List<RuleSummary>> QueryAsync(string sql, object?[] parameters, CancellationToken cancellation) => database.UseAsync(
        connection => connection.QueryAsync(SqlFiles.Load(sql), parameters, RuleRow.Read, cancellation), cancellation);

    private static async Task<(long Count, bool IsTaken)> LockNamesAsync(NpgsqlConnection connection, Guid id, RuleDraft draft, CancellationToken cancellation)
    {
        await connection.ExecuteAsync(LockNames, [], cancellation);
        return (await connection.QueryAsync(FindNames, [draft.Name, id], row => (row.GetInt64(0), row.GetBoolean(1)), cancellation))[0];
    }

    private static async Task<Result<RuleSummary>> LockAsync(NpgsqlConnection connection, Guid id, RuleChange change, CancellationToken cancellation)
    {
        var found = await connection.QueryAsync(SqlFiles.Load("AutoApproval/lock_rule.sql"), [id], RuleRow.Read, cancellation);
        if (found is not [var rule]) return RuleErrors.NotFound(id.ToString("D"));
        return change.Demand.Check(RuleTag.Of(rule)) is { } failure ? failure : rule;
    }

    private static async Task<RuleSummary> StoreAsync(
        NpgsqlConnection connection, string sql, Guid id, RuleDraft draft, RuleChange change, CancellationToken cancellation) =>
        (await connection.QueryAsync(SqlFiles.Load(sql), RuleRow.Of(id, draft, change), RuleRow.Read, cancellation))[0];

    private static Task AuditAsync(
        NpgsqlConnection connection, string action, RuleSummary? previous, RuleSummary? current, RuleChange change, CancellationToken cancellation) =>
        AdminAuditLog.AppendAsync(
            connection,
            new AdminAuditEntry(change.Actor, action, "auto_approval_rule", (current ?? previous)!.RuleId.ToString("D"), previous, current, change.Now),
            cancellation);
}

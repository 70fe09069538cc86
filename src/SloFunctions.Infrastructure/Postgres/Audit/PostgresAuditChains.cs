using SloFunctions.Application.Audit;
using SloFunctions.Domain.Audit;

namespace SloFunctions.Infrastructure.Postgres.Audit;

/// <summary>Reads the chains of the audit logs; a log in one statement, and so as of one moment.</summary>
public sealed class PostgresAuditChains(PostgresDatabase database) : IAuditChains
{
    /// <inheritdoc/>
    public IAsyncEnumerable<ChainLink> ReadAsync(string log, CancellationToken cancellation) => database.StreamAsync(
        SqlFiles.Load(IsTargets(log) ? "Audit/read_slo_chains.sql" : "Audit/read_admin_chain.sql"),
        [AuditLogs.AdministrationChain],
        ChainRow.Read,
        cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckedHead>> ReadHeadsAsync(string log, IReadOnlyCollection<ChainHead> anchors, CancellationToken cancellation) =>
        await database.UseAsync(
            connection => connection.QueryAsync(
                SqlFiles.Load(IsTargets(log) ? "Audit/read_slo_heads.sql" : "Audit/read_admin_heads.sql"),
                [AuditLogs.AdministrationChain, anchors.Select(a => a.Chain).ToArray(), anchors.Select(a => a.Sequence).ToArray()],
                row => new CheckedHead(
                    new ChainHead(row.GetGuid(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2)), row.Nullable<byte[]>(3), row.Nullable<byte[]>(4)),
                cancellation),
            cancellation);

    private static bool IsTargets(string log) => log switch
    {
        AuditLogs.Targets => true,
        AuditLogs.Administration => false,
        _ => throw new ArgumentOutOfRangeException(nameof(log), log, "There is no such log."),
    };
}

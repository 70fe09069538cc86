using Npgsql;
using SloFunctions.Application.Audit;
using SloFunctions.Application.BulkRuns;
using SloFunctions.Application.Recommendations;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;
using SloFunctions.Infrastructure.Postgres.Audit;

namespace SloFunctions.Infrastructure.Postgres.BulkRuns;

/// <summary>Keeps bulk runs in the database, a row for each of their services.</summary>
public sealed class PostgresBulkRuns(PostgresDatabase database) : IBulkRuns
{
    private const string FindActive = "SELECT id FROM recommendation_runs WHERE state IN ('accepted', 'running', 'cancelling')";
    private const string Remove = "DELETE FROM recommendation_runs WHERE id = $1";
    private const string Begin = "UPDATE recommendation_runs SET state = 'running', started_at = $2 WHERE id = $1 AND state = 'accepted'";
    private const string Cancel = "UPDATE recommendation_runs SET state = 'cancelling' WHERE id = $1 AND state IN ('accepted', 'running')";

    /// <inheritdoc/>
    public async Task<BulkAdmission> AddAsync(NewBulkRun run, CancellationToken cancellation)
    {
        BulkAdmission? admission;
        // The run that stood in the way may end before it is looked for.
        do admission = await database.TransactAsync(connection => TryAddAsync(connection, run, cancellation), cancellation);
        while (admission is null);
        return admission;
    }

    /// <inheritdoc/>
    public Task<BulkRun?> FindAsync(Guid id, CancellationToken cancellation) => database.UseAsync(connection => ReadAsync(connection, id, cancellation), cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FailedService>> ListFailedAsync(Guid id, int? after, int count, CancellationToken cancellation) => await database.UseAsync(
        connection => connection.QueryAsync(SqlFiles.Load("BulkRuns/list_failed.sql"), [id, after ?? -1, count], BulkRunRow.Failed, cancellation), cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Guid>> ListActiveAsync(CancellationToken cancellation) => await database.UseAsync(
        connection => connection.QueryAsync(FindActive, [], row => row.GetGuid(0), cancellation), cancellation);

    /// <inheritdoc/>
    public Task<BulkRun?> BeginAsync(Guid id, DateTimeOffset at, CancellationToken cancellation) => database.UseAsync(
        async connection =>
        {
            await connection.ExecuteAsync(Begin, [id, at], cancellation);
            return await ReadAsync(connection, id, cancellation);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<SliceWork?> TakeAsync(BulkSlice slice, DateTimeOffset now, CancellationToken cancellation) => database.UseAsync(
        async connection =>
        {
            object[] range = [slice.RunId, slice.First, slice.Count, now];
            var rows = await connection.QueryAsync(SqlFiles.Load("BulkRuns/take_slice.sql"), range, BulkRunRow.Work, cancellation);
            return rows is [var first, ..] ? new SliceWork(first.IsGoing, first.LookbackDays, first.Method, [.. rows.Select(r => r.Service).OfType<RunService>()]) : null;
        },
        cancellation);

    /// <inheritdoc/>
    public Task NoteFailureAsync(RunEntry entry, int attempt, bool isLast, ServiceFailure failure, CancellationToken cancellation) => database.UseAsync(
        connection => connection.ExecuteAsync(
            SqlFiles.Load("BulkRuns/note_failure.sql"), [entry.RunId, entry.Ordinal, attempt, isLast, failure.Code, failure.Message], cancellation),
        cancellation);

    /// <inheritdoc/>
    public Task<BulkRun?> CancelAsync(Guid id, string actor, DateTimeOffset at, CancellationToken cancellation) => database.TransactAsync(
        async connection =>
        {
            bool isNew = await connection.ExecuteAsync(Cancel, [id], cancellation) == 1;
            var run = await ReadAsync(connection, id, cancellation);
            if (isNew) await NoteAsync(connection, "bulk_run_cancelled", actor, run!, at, cancellation);
            return run;
        },
        cancellation);

    /// <inheritdoc/>
    public Task<BulkRun?> CloseAsync(Guid id, bool hasFailed, DateTimeOffset at, CancellationToken cancellation) => database.UseAsync(
        async connection => await connection.ExecuteAsync(SqlFiles.Load("BulkRuns/close_run.sql"), [id, hasFailed, at], cancellation) == 1
            ? await ReadAsync(connection, id, cancellation)
            : null,
        cancellation);

    private static async Task<BulkAdmission?> TryAddAsync(NpgsqlConnection connection, NewBulkRun run, CancellationToken cancellation)
    {
        var request = run.Request;
        string[]? named = request.Services?.Select(s => s.Value).ToArray();
        if (named is not null && await FindUnknownAsync(connection, named, cancellation) is { } unknown) return unknown;
        object?[] row =
        [
            run.Id, Term<BulkScope>.Name(request.Scope), request.Team, request.LookbackDays, Term<RecommendationMethod>.Name(request.Method), request.Force,
            run.RequestedBy, run.RequestedAt,
        ];
        if (await connection.ExecuteAsync(SqlFiles.Load("BulkRuns/insert_run.sql"), row, cancellation) == 0)
        {
            var active = await connection.QueryAsync(FindActive, [], found => (Guid?)found.GetGuid(0), cancellation);
            return active.FirstOrDefault() is { } id ? new BulkAdmission(null, id, [], 0) : null;
        }

        var total = await connection.QueryAsync(SqlFiles.Load("BulkRuns/insert_services.sql"), [run.Id, named, request.Team], found => found.GetInt32(0), cancellation);
        if (total is [0])
        {
            await connection.ExecuteAsync(Remove, [run.Id], cancellation);
            return BulkAdmission.Empty;
        }

        var stored = (await ReadAsync(connection, run.Id, cancellation))!;
        await NoteAsync(connection, "bulk_run_started", run.RequestedBy, stored, run.RequestedAt, cancellation);
        return new BulkAdmission(stored, null, [], 0);
    }

    private static async Task<BulkAdmission?> FindUnknownAsync(NpgsqlConnection connection, string[] named, CancellationToken cancellation)
    {
        object[] parameters = [named, BulkRunLimits.ReportedErrors];
        var unknown = await connection.QueryAsync(
            SqlFiles.Load("BulkRuns/find_unknown.sql"), parameters, row => (Place: row.GetInt32(0), Total: row.GetInt64(1)), cancellation);
        return unknown is [var first, ..] ? new BulkAdmission(null, null, [.. unknown.Select(u => u.Place)], (int)first.Total) : null;
    }

    private static async Task<BulkRun?> ReadAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellation) =>
        (await connection.QueryAsync(SqlFiles.Load("BulkRuns/read_run.sql"), [id], BulkRunRow.Run, cancellation)).FirstOrDefault();

    private static Task NoteAsync(NpgsqlConnection connection, string action, string actor, BulkRun run, DateTimeOffset at, CancellationToken cancellation) =>
        AdminAuditLog.AppendAsync(connection, new AdminAuditEntry(actor, action, "bulk_run", run.Id.ToString("D"), null, AuditedBulkRun.Of(run), at), cancellation);
}

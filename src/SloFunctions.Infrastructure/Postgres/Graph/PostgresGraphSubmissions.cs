using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.Graph;

/// <summary>Keeps large submissions in a table of their own until they are stored.</summary>
public sealed class PostgresGraphSubmissions(PostgresDatabase database) : IGraphSubmissions
{
    private const string ListWaiting = "SELECT id FROM graph_submissions WHERE state <> 'failed' AND received_at < $1 ORDER BY position LIMIT $2";
    private const string Purge = "DELETE FROM graph_submissions WHERE state = 'failed' AND failed_at < $1";

    /// <inheritdoc/>
    public Task AddAsync(GraphSubmission submission, CancellationToken cancellation) => database.UseAsync(
        connection => connection.ExecuteAsync(SqlFiles.Load("Graph/insert_submission.sql"), SubmissionRow.Of(submission), cancellation), cancellation);

    /// <inheritdoc/>
    public async Task<GraphSubmissionProgress?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var found = await database.UseAsync(
            connection => connection.QueryAsync(
                SqlFiles.Load("Graph/find_submission.sql"),
                [id],
                row => new GraphSubmissionProgress(
                    id,
                    Term<GraphSubmissionState>.Of(row.GetString(0)),
                    Term<DiscoverySource>.Of(row.GetString(1)),
                    row.GetString(2),
                    row.GetFieldValue<DateTimeOffset>(3),
                    row.GetFieldValue<DateTimeOffset>(4),
                    row.GetInt32(5),
                    row.GetInt32(6),
                    row.GetInt64(7),
                    row.IsDBNull(8) ? null : new IngestionFailure(row.GetString(8), row.GetString(9))),
                cancellation),
            cancellation);
        return found.FirstOrDefault();
    }

    /// <inheritdoc/>
    public async Task<SubmissionAttempt> BeginAsync(Guid id, CancellationToken cancellation)
    {
        var begun = await database.UseAsync(
            connection => connection.QueryAsync(
                SqlFiles.Load("Graph/begin_submission.sql"), [id], row => new SubmissionAttempt(row.GetBoolean(0), row.GetInt32(1)), cancellation),
            cancellation);
        return begun[0];
    }

    /// <inheritdoc/>
    public Task<bool> FailAsync(Guid id, IngestionFailure failure, GraphEventDeadLetter? letter, DateTimeOffset now, CancellationToken cancellation)
    {
        string detail = failure.Detail.Length <= IngestionFailure.MaxDetail ? failure.Detail : failure.Detail[..IngestionFailure.MaxDetail];
        object[] row = [id, failure.Reason, detail, now.ToUniversalTime()];
        return database.TransactAsync(
            async connection =>
            {
                if (await connection.ExecuteAsync(SqlFiles.Load("Graph/fail_submission.sql"), row, cancellation) == 0) return false;
                if (letter is not null) await DeadLetterRow.InsertAsync(connection, letter, cancellation);
                return true;
            },
            cancellation);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Guid>> ListWaitingAsync(DateTimeOffset receivedBefore, int most, CancellationToken cancellation) => await database.UseAsync(
        connection => connection.QueryAsync(ListWaiting, [receivedBefore.ToUniversalTime(), most], row => row.GetGuid(0), cancellation), cancellation);

    /// <inheritdoc/>
    public Task<int> PurgeAsync(DateTimeOffset failedBefore, CancellationToken cancellation) => database.UseAsync(
        connection => connection.ExecuteAsync(Purge, [failedBefore.ToUniversalTime()], cancellation), cancellation);
}

using SloFunctions.Application.Graph;

namespace SloFunctions.Infrastructure.Postgres.Graph;

/// <summary>Keeps events that cannot be taken in, in a table of their own.</summary>
public sealed class PostgresDeadLetterStore(PostgresDatabase database) : IDeadLetterStore
{
    /// <inheritdoc/>
    public Task AddAsync(GraphEventDeadLetter letter, CancellationToken cancellation) =>
        database.UseAsync(connection => DeadLetterRow.InsertAsync(connection, letter, cancellation), cancellation);

    /// <inheritdoc/>
    public async Task<FailedDelivery> CountFailureAsync(string deliveryKey, DateTimeOffset now, CancellationToken cancellation)
    {
        var counted = await database.UseAsync(
            connection => connection.QueryAsync(
                SqlFiles.Load("Graph/count_failure.sql"),
                [deliveryKey, now.ToUniversalTime()],
                row => new FailedDelivery(row.GetInt32(0), row.GetFieldValue<DateTimeOffset>(1)),
                cancellation),
            cancellation);
        return counted[0];
    }
}

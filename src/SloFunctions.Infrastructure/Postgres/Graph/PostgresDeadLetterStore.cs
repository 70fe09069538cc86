using System.Text.Json;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Publishing;

namespace SloFunctions.Infrastructure.Postgres.Graph;

/// <summary>Keeps events that cannot be taken in, in a table of their own.</summary>
public sealed class PostgresDeadLetterStore(PostgresDatabase database) : IDeadLetterStore
{
    /// <inheritdoc/>
    public Task AddAsync(GraphEventDeadLetter letter, CancellationToken cancellation)
    {
        object?[] row =
        [
            letter.DeliveryKey,
            letter.Reason,
            JsonSerializer.Serialize(letter.Errors, PublishedJson.Options),
            letter.EventId,
            letter.EventSource,
            letter.EventType,
            letter.Subject,
            letter.ReceivedAt.ToUniversalTime(),
            letter.Payload,
            letter.PayloadBytes,
        ];
        return database.UseAsync(
            connection => connection.ExecuteAsync(SqlFiles.Load("Graph/insert_dead_letter.sql"), row, cancellation), cancellation);
    }
}

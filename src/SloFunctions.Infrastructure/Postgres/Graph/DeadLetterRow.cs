using System.Text.Json;
using Npgsql;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Publishing;

namespace SloFunctions.Infrastructure.Postgres.Graph;

/// <summary>A dead letter as its row.</summary>
internal static class DeadLetterRow
{
    public static Task<int> InsertAsync(NpgsqlConnection connection, GraphEventDeadLetter letter, CancellationToken cancellation)
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
        return connection.ExecuteAsync(SqlFiles.Load("Graph/insert_dead_letter.sql"), row, cancellation);
    }
}

using Npgsql;

namespace SloFunctions.LocalHost.Durable.Storage;

/// <summary>Which instances have something to do, and when the next will have.</summary>
internal sealed class WorkStore(DurableDatabase database)
{
    private const string Ready = """
        SELECT m.instance_id FROM durable.messages m JOIN durable.instances i USING (instance_id)
        WHERE m.visible_at <= $1 AND (i.status = 'running' OR i.status = 'pending' AND m.kind = 'ExecutionStarted') AND m.instance_id <> ALL($2)
        GROUP BY m.instance_id ORDER BY min(m.id) LIMIT $3
        """;

    private const string NextDue = "SELECT min(visible_at) FROM durable.messages WHERE visible_at > $1";

    public async Task<(List<string> Ready, DateTimeOffset? NextDue)> ReadAsync(
        DateTimeOffset now, string[] known, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection);
        batch.Add(Ready, now, known, limit);
        batch.Add(NextDue, now);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var ready = await reader.RowsAsync(row => row.GetString(0), cancellation);
        await reader.NextResultAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (ready, reader.Nullable<DateTimeOffset?>(0));
    }
}

using Npgsql;

namespace SloFunctions.Infrastructure.Postgres.Telemetry;

/// <summary>Sums the days again that hours were stored of, in the transaction that stored them.</summary>
internal sealed class DailyRollUp(NpgsqlConnection connection)
{
    private const string FindDays = """
        CREATE TEMPORARY TABLE touched_days ON COMMIT DROP AS
        SELECT DISTINCT s.id AS service_id, date_trunc('day', i.hour, 'UTC') AS day
        FROM incoming_hours i JOIN services s ON s.service_id = i.service_id
        """;

    // Two who summed the same day at once would each miss the other's hours.
    private const string Lock = "SELECT pg_advisory_xact_lock(hashtextextended('slo.sli_daily_counts', 0))";

    private const string Forget = "DELETE FROM sli_daily_counts d USING touched_days t WHERE d.service_id = t.service_id AND d.day = t.day AND d.day >= $1 AND d.day < $2";

    /// <summary>Sums the days of the hours in <c>incoming_hours</c>.</summary>
    /// <param name="from">The first of those days.</param>
    /// <param name="to">The end of the last one.</param>
    /// <param name="cancellation">Ends the call early.</param>
    public async Task RunAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        await connection.ExecuteAsync(FindDays, [], cancellation);
        await connection.ExecuteAsync("ANALYZE touched_days", [], cancellation);
        await connection.ExecuteAsync(Lock, [], cancellation);
        await connection.ExecuteAsync(Forget, [from, to], cancellation);
        string sum = await BucketSums.LoadAsync(connection, "Telemetry/roll_up_days.sql", cancellation);
        await connection.ExecuteAsync(sum, [from, to], cancellation);
    }
}

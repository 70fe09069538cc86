using Npgsql;

namespace SloFunctions.Infrastructure.Postgres.Graph;

/// <summary>Lets one transaction at a time change many services, since two that take the rows in different orders would block each other.</summary>
internal static class GraphLock
{
    private const string Take = "SELECT pg_advisory_xact_lock(hashtextextended('slo.graph', 0))";

    /// <summary>Waits for its turn, which lasts until the transaction ends.</summary>
    public static Task TakeAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        connection.ExecuteAsync(Take, [], cancellation);
}

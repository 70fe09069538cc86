using Npgsql;

namespace SloFunctions.Infrastructure.Postgres;

/// <summary>
/// Makes those who store recommendations of a service and those who decide about its SLO come one after the other, until
/// the transaction of each ends. Rows that refer to the service can be written meanwhile.
/// </summary>
internal static class ServiceLock
{
    private const string Take = "SELECT id FROM services WHERE service_id = $1 FOR NO KEY UPDATE";

    /// <summary>Takes it; gives the key of the service, null when it is not registered.</summary>
    public static async Task<Guid?> TakeAsync(NpgsqlConnection connection, string service, CancellationToken cancellation)
    {
        var found = await connection.QueryAsync(Take, [service], row => (Guid?)row.GetGuid(0), cancellation);
        return found.FirstOrDefault();
    }
}

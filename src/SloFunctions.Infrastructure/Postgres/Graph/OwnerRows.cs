using Npgsql;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Infrastructure.Postgres.Graph;

/// <summary>Whose services are.</summary>
internal static class OwnerRows
{
    public static async Task<IReadOnlyDictionary<ServiceId, ServiceOwner>> ReadAsync(
        NpgsqlConnection connection, IReadOnlyCollection<ServiceId> services, CancellationToken cancellation)
    {
        var found = await connection.QueryAsync(
            SqlFiles.Load("Graph/find_owners.sql"),
            [services.Select(s => s.Value).ToArray()],
            row => (Id: ServiceId.Of(row.GetString(0)), Owner: new ServiceOwner(row.Nullable<string>(1), row.GetBoolean(2))),
            cancellation);
        return found.ToDictionary(s => s.Id, s => s.Owner);
    }
}

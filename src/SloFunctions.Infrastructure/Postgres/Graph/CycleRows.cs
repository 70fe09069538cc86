using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Infrastructure.Postgres.Graph;

/// <summary>Records cycles of the graph.</summary>
internal static class CycleRows
{
    public static async Task<IReadOnlyDictionary<CircularDependency, Guid>> SaveAsync(
        NpgsqlConnection connection, IReadOnlyList<CircularDependency> cycles, DateTimeOffset now, CancellationToken cancellation)
    {
        var byKey = cycles.ToDictionary(Key, StringComparer.Ordinal);
        string[] keys = [.. byKey.Keys];
        await connection.ExecuteAsync(SqlFiles.Load("Graph/close_cycles.sql"), [keys, now], cancellation);
        if (keys.Length == 0) return new Dictionary<CircularDependency, Guid>();

        string[] paths = [.. byKey.Values.Select(c => Json(c.Path))];
        object[] opened = [keys, paths, byKey.Values.Select(c => Json(c.Members)).ToArray(), now];
        var ids = await connection.QueryAsync(
            SqlFiles.Load("Graph/open_cycles.sql"), opened, row => (Cycle: byKey[row.GetString(0)], Id: row.GetGuid(1)), cancellation);
        await connection.ExecuteAsync(SqlFiles.Load("Graph/follow_cycles.sql"), [keys, paths], cancellation);
        return ids.ToDictionary(c => c.Cycle, c => c.Id);
    }

    // An index entry is bounded, the list of members is not.
    private static string Key(CircularDependency cycle) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', cycle.Members))));

    private static string Json(IEnumerable<ServiceId> services) => JsonSerializer.Serialize(services.Select(s => s.Value));
}

using System.Globalization;
using EndToEnd.Tests.App;
using Npgsql;

namespace EndToEnd.Tests.Recommendations;

/// <summary>Stores what telemetry and people would have said of services.</summary>
internal static class KnownHistory
{
    private const int Hours = 96;
    private const int Requests = 100_000_000;

    /// <summary>Lets a service have had the same availability in every hour of the last days.</summary>
    public static Task ObserveAsync(PlainApp app, string service, double ratio) =>
        app.Database!.StoreHoursAsync(service, [.. AppDatabase.LastHours(Hours).Select(h => (h, (long)Math.Round(ratio * Requests)))], Requests);

    /// <summary>Puts an availability SLO in force.</summary>
    public static Task PromiseAsync(PlainApp app, string service, double target) => ExecuteAsync(app, string.Create(CultureInfo.InvariantCulture, $"""
        INSERT INTO slo.active_slos (service_id, availability_target, source, activated_at, activated_by)
        SELECT id, {target}, 'manual', now(), 'test' FROM slo.services WHERE service_id = '{service}' ON CONFLICT DO NOTHING
        """));

    private static async Task ExecuteAsync(PlainApp app, string sql)
    {
        await using var connection = await app.Database!.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

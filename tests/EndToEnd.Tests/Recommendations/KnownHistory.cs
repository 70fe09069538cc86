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
    public static async Task ObserveAsync(PlainApp app, string service, double ratio)
    {
        var now = TimeProvider.System.GetUtcNow();
        await ExecuteAsync(app, string.Create(CultureInfo.InvariantCulture, $"""
            SELECT slo.ensure_partitions('{now.AddHours(-Hours):yyyy-MM-dd HH:00Z}', '{now:yyyy-MM-dd HH:00Z}');
            WITH hours AS (
              INSERT INTO slo.sli_hourly_counts (service_id, hour, good, total)
              SELECT s.id, h, {Math.Round(ratio * Requests)}, {Requests}
              FROM slo.services s, generate_series('{now.AddHours(-Hours):yyyy-MM-dd HH:00Z}'::timestamptz, '{now.AddHours(-1):yyyy-MM-dd HH:00Z}', '1 hour') h
              WHERE s.service_id = '{service}' ON CONFLICT DO NOTHING
              RETURNING service_id, hour, good, total)
            INSERT INTO slo.sli_daily_counts (service_id, day, hours, good, total)
            SELECT service_id, date_trunc('day', hour, 'UTC'), count(*), sum(good), sum(total) FROM hours GROUP BY 1, 2 ON CONFLICT DO NOTHING
            """));
    }

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

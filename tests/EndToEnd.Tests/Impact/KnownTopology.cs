using System.Globalization;
using System.Net;
using EndToEnd.Tests.App;
using Npgsql;

namespace EndToEnd.Tests.Impact;

/// <summary>
/// A shop of known availabilities: gateway above checkout above payment above bank, a search with two indexes of which one is enough, and
/// reports that only listen to payment.
/// </summary>
internal static class KnownTopology
{
    private const string Graph = """
        {"source":"manual","edges":[
          {"source":"ac4-gateway","target":"ac4-checkout"},{"source":"ac4-gateway","target":"ac4-search"},
          {"source":"ac4-checkout","target":"ac4-payment"},{"source":"ac4-payment","target":"ac4-bank"},
          {"source":"ac4-search","target":"ac4-index-a","attributes":{"redundancy_group":"indexes"}},
          {"source":"ac4-search","target":"ac4-index-b","attributes":{"redundancy_group":"indexes"}},
          {"source":"ac4-reports","target":"ac4-payment","attributes":{"communication_mode":"async"}}]}
        """;

    // Of a million requests: what each service did well, the failures of its dependencies included.
    private static readonly (string Service, int Good)[] Observed =
    [
        ("ac4-bank", 999_500), ("ac4-payment", 999_000), ("ac4-checkout", 998_000), ("ac4-gateway", 997_000),
        ("ac4-index-a", 990_000), ("ac4-index-b", 980_000), ("ac4-search", 999_600),
    ];

    private static readonly (string Service, double Target)[] Slos = [("ac4-checkout", 99.7), ("ac4-gateway", 99.5), ("ac4-payment", 99.9)];

    /// <summary>Submits the graph, and stores what telemetry and people would have said; again without effect.</summary>
    public static async Task BuildAsync(PlainApp app)
    {
        (await app.Api.IngestAsync(Graph)).ShouldBe(HttpStatusCode.Accepted);
        await using var connection = await app.Database!.OpenAsync();
        string now = TimeProvider.System.GetUtcNow().AddHours(-3).ToString("yyyy-MM-dd HH:00Z", CultureInfo.InvariantCulture);
        await ExecuteAsync(connection, $"SELECT slo.ensure_partitions('{now}', '{now}')");
        foreach (var (service, good) in Observed)
        {
            await ExecuteAsync(connection, string.Create(CultureInfo.InvariantCulture, $"""
                WITH hours AS (
                  INSERT INTO slo.sli_hourly_counts (service_id, hour, good, total)
                  SELECT id, '{now}', {good}, 1000000 FROM slo.services WHERE service_id = '{service}' ON CONFLICT DO NOTHING
                  RETURNING service_id, hour, good, total)
                INSERT INTO slo.sli_daily_counts (service_id, day, hours, good, total)
                SELECT service_id, date_trunc('day', hour, 'UTC'), 1, good, total FROM hours ON CONFLICT DO NOTHING
                """));
        }

        foreach (var (service, target) in Slos)
        {
            await ExecuteAsync(connection, string.Create(CultureInfo.InvariantCulture, $"""
                INSERT INTO slo.active_slos (service_id, availability_target, source, activated_at, activated_by)
                SELECT id, {target}, 'manual', now(), 'test' FROM slo.services WHERE service_id = '{service}' ON CONFLICT DO NOTHING
                """));
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

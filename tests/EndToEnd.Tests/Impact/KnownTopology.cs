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
        foreach (var (service, good) in Observed) await app.Database.StoreHoursAsync(service, [(AppDatabase.LastHours(3).First(), good)], 1_000_000);
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

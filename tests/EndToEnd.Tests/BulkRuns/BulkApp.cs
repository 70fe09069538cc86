using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.BulkRuns;

/// <summary>An app of its own with services of two teams. Tests of it come one after the other, since one run is active at a time.</summary>
public sealed class BulkApp : IAsyncLifetime
{
    /// <summary>Where bulk runs are asked for.</summary>
    public const string Path = "/api/v1/slo-recommendations/bulk";

    /// <summary>How many services one team has.</summary>
    public const int Red = 130;

    /// <summary>How many services the other team has.</summary>
    public const int Blue = 3;

    private readonly PlainApp app = new();

    public Api Api => app.Api;

    public AppDatabase Database => app.Database!;

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        if (app.Database is null) return;
        var nodes = Names("red", Red).Select(id => Node(id, "red")).Concat(Names("blue", Blue).Select(id => Node(id, "blue")));
        (await Api.IngestAsync(JsonSerializer.Serialize(new { source = "manual", nodes }))).ShouldBe(HttpStatusCode.Accepted);
        foreach (string service in Names("blue", Blue).Concat(Names("red", 5))) await Recommendations.KnownHistory.ObserveAsync(app, service, 0.9995);
    }

    public Task DisposeAsync() => app.DisposeAsync();

    /// <summary>Ids of a team's services.</summary>
    public static IEnumerable<string> Names(string team, int count) => Enumerable.Range(0, count).Select(i => $"{team}-{i}");

    /// <summary>Starts a run.</summary>
    public async Task<string> StartAsync(string body) => (await Api.PostAsync(Path, body)).ShouldBe(HttpStatusCode.Accepted).GetProperty("run_id").GetString()!;

    /// <summary>Waits for the end of a run.</summary>
    public async Task<JsonElement> EndOfAsync(string run) => (await Eventually.GetAsync(
        () => Api.GetAsync($"{Path}/{run}"), a => a.ShouldBe(HttpStatusCode.OK).GetProperty("finished_at").ValueKind != JsonValueKind.Null, TimeSpan.FromMinutes(2))).Json;

    /// <summary>Sets that were stored for services whose ids begin so, by service, since a time.</summary>
    public Task<string> SetsAsync(string team) => Database.ScalarAsync<string>(
        $"""
        SELECT concat_ws(' ', count(*), count(DISTINCT e.service_id), count(DISTINCT r.service_id)) FROM slo.recommendation_run_services e
          JOIN slo.recommendation_sets r ON r.id = e.recommendation_id
          JOIN slo.services s ON s.id = r.service_id AND s.service_id LIKE '{team}-%'
          WHERE e.run_id = (SELECT id FROM slo.recommendation_runs ORDER BY requested_at DESC LIMIT 1)
        """);

    /// <summary>Runs SQL as the owner of the database.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await Database.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Has a timer run.</summary>
    public async Task FireAsync(string timer) =>
        (await Api.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/admin/functions/{timer}") { Content = new StringContent("{}") })).Status.ShouldBe(HttpStatusCode.Accepted);

    private static object Node(string id, string team) => new { service_id = id, metadata = new { team } };
}

using System.Net;
using EndToEnd.Tests.App;
using Npgsql;
using SloFunctions.Testing;

namespace EndToEnd.Tests.Orchestrations;

/// <summary>Runs every orchestrator of the app and keeps the histories, from which LocalHost.Tests replay it.</summary>
public sealed class RecordHistories
{
    private const int Services = 130;

    private const string Longest =
        """
        SELECT DISTINCT ON (name) name, events FROM (
          SELECT i.name, i.status = 'completed' AS is_completed, count(*) AS number, string_agg(h.content, E',\n' ORDER BY h.sequence) AS events
          FROM durable.instances i JOIN durable.history h USING (instance_id, execution)
          WHERE i.status IN ('completed', 'failed') GROUP BY i.instance_id, i.name) AS ended
        ORDER BY name, is_completed DESC, number DESC
        """;

    [RecordingFact]
    public async Task Every_orchestrator_is_run_and_its_history_is_kept()
    {
        // Few services and dependencies are a large submission here.
        await using var app = await RunningApp.StartAsync(
            SloFunctions.Testing.Servers.PrometheusServer.StartAsync(Directory.CreateTempSubdirectory("slofunctions-").FullName),
            new Dictionary<string, string> { ["Graph__LargeSubmission"] = "10" });
        var fleet = new BulkFleet(app, Services);
        await fleet.RegisterAsync();
        await WhenAllHaveEndedAsync(app);
        await fleet.EndOfAsync(await fleet.StartAsync());
        foreach (string timer in (string[])["AggregateSlis", "DetectDrift"])
        {
            using var fire = new HttpRequestMessage(HttpMethod.Post, $"/admin/functions/{timer}") { Content = new StringContent("{}") };
            (await app.Api.SendAsync(fire)).Status.ShouldBe(HttpStatusCode.Accepted);
        }

        await Task.Delay(TimeSpan.FromSeconds(3));
        await WhenAllHaveEndedAsync(app);
        var histories = await ReadAsync(app.Database);
        histories.ShouldNotBeEmpty();
        string folder = RepositoryRoot.Combine("tests", "LocalHost.Tests", "Durable", "Determinism", "Histories");
        Directory.CreateDirectory(folder);
        foreach (var (name, events) in histories) await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.json"), $"[\n{events}\n]\n");
    }

    private static Task<int> WhenAllHaveEndedAsync(RunningApp app) => Eventually.GetAsync(
        () => app.Database.ScalarAsync<int>("SELECT count(*) FROM durable.instances WHERE status IN ('pending', 'running')"), active => active == 0, TimeSpan.FromMinutes(2));

    private static async Task<IReadOnlyList<(string Name, string Events)>> ReadAsync(AppDatabase database)
    {
        await using var connection = await database.OpenAsync();
        await using var command = new NpgsqlCommand(Longest, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<(string, string)>();
        while (await reader.ReadAsync()) found.Add((reader.GetString(0), reader.GetString(1)));
        return found;
    }
}

using System.Globalization;
using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Faults;

[Collection(FaultTests.Name)]
public sealed class KilledIngestionTests(FaultyApp app)
{
    private const int Services = 400;
    private const int Kills = 20;

    [OwnHostFact]
    public async Task An_app_killed_in_the_middle_of_an_ingestion_leaves_the_old_graph_or_the_new_one()
    {
        var running = app.Running;
        var process = await LocalHostProgram.StartAsync(running.Settings);
        try
        {
            await ShouldStoreAsync(process.BaseUrl, generation: 0);
            var duration = await DurationAsync(process.BaseUrl);
            var random = new Random(20);
            int interrupted = 0;
            for (int generation = 1; generation <= Kills; generation++)
            {
                var request = TryStoreAsync(process.BaseUrl, generation);
                await Task.Delay(duration * random.NextDouble());
                process.Kill();
                await process.WaitForExitAsync();
                bool answered = await request;
                if (!answered) interrupted++;
                await process.DisposeAsync();

                int stored = await GenerationAsync();
                stored.ShouldBe(answered ? generation : stored == generation ? generation : generation - 1);

                process = await LocalHostProgram.StartAsync(running.Settings);
                await ShouldStoreAsync(process.BaseUrl, generation);
                (await GenerationAsync()).ShouldBe(generation);
            }

            interrupted.ShouldBeGreaterThan(0, "No kill came before its answer.");
        }
        finally
        {
            await process.DisposeAsync();
        }
    }

    // Waits for the transaction of the killed app to end, then reads what all rows agree on.
    private async Task<int> GenerationAsync()
    {
        await Eventually.GetAsync(
            () => app.Running.Database.ScalarAsync<int>(
                """
                SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid)
                WHERE locktype = 'advisory' AND datname = current_database() AND application_name <> 'slo-durable-lock'
                """),
            locks => locks == 0);
        string state = await app.Running.Database.ScalarAsync<string>(
            """
            SELECT concat_ws(' ', count(*), min(timeout_ms), max(timeout_ms), min(s.metadata->>'generation'), max(s.metadata->>'generation'),
              (SELECT count(*) FROM slo.graph_ingestions i JOIN slo.current_graph c ON i.receipt LIKE '%' || c.snapshot_id || '%') > 0)
            FROM slo.service_dependencies d JOIN slo.services s ON s.id = d.source_service_id
            WHERE s.service_id LIKE 'killed-%'
            """);
        string[] words = state.Split(' ');
        (words[0], words[2], words[4], words[5]).ShouldBe(((Services * 5).ToString(CultureInfo.InvariantCulture), words[1], words[3], "t"), state);
        words[3].ShouldBe(words[1], state);
        return int.Parse(words[1], CultureInfo.InvariantCulture);
    }

    private async Task<TimeSpan> DurationAsync(Uri server)
    {
        long start = TimeProvider.System.GetTimestamp();
        await ShouldStoreAsync(server, generation: 0);
        return TimeProvider.System.GetElapsedTime(start);
    }

    private async Task ShouldStoreAsync(Uri server, int generation)
    {
        using var api = new Api(server, app.Running.Database.AdministratorKey);
        (await api.IngestAsync(Body(generation))).ShouldBe(HttpStatusCode.Accepted);
    }

    private async Task<bool> TryStoreAsync(Uri server, int generation)
    {
        try
        {
            await ShouldStoreAsync(server, generation);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // Every generation changes every row, and the structure with it.
    private static string Body(int generation) => JsonSerializer.Serialize(new
    {
        source = "manual",
        nodes = Enumerable.Range(0, Services).Select(i => new { service_id = Id(i), metadata = new { generation = generation.ToString(CultureInfo.InvariantCulture) } }),
        edges = Enumerable.Range(0, Services * 5).Select(i => new
        {
            source = Id(i % Services),
            target = Id(((i % Services) + 1 + (i / Services)) % Services),
            attributes = new { timeout_ms = generation, criticality = generation % 2 == 0 ? "hard" : "soft" },
        }),
    });

    private static string Id(int i) => i.ToString("'killed-'000", CultureInfo.InvariantCulture);
}

using System.Globalization;
using EndToEnd.Tests.App;
using Xunit.Abstractions;

namespace EndToEnd.Tests.Orchestrations;

public sealed class KilledBulkRunTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string SeedVariable = "SLO_KILL_SEED";

    // By hand also with thousands of services.
    private static readonly int Services = Number("SLO_KILL_SERVICES", 200);
    private static readonly int Runs = Number("SLO_KILL_RUNS", 20);

    private RunningApp? running;

    public async Task InitializeAsync()
    {
        if (GivenHost.BaseUrl is null) running = await RunningApp.StartAsync(telemetry: null);
    }

    public async Task DisposeAsync()
    {
        if (running is not null) await running.DisposeAsync();
    }

    [OwnHostFact]
    public async Task Runs_whose_host_is_killed_end_with_one_recommendation_for_each_service()
    {
        int seed = Number(SeedVariable, 8);
        var random = new Random(seed);
        var app = running!;
        var fleet = new BulkFleet(app, Services);
        await fleet.RegisterAsync();
        int interrupted = 0;
        for (int number = 1; number <= Runs; number++)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"run {number} of {SeedVariable}={seed}");
            var run = await fleet.StartAsync();
            int kills = number % 4 == 0 ? 2 : 1;
            for (int kill = 0; kill < kills; kill++)
            {
                // By what is done, not by time, which says little on a machine that does other things as well.
                int done = random.Next(Services);
                await Eventually.GetAsync(() => DoneAsync(app, run), n => n >= done);
                await Task.Delay(random.Next(30));
                await KillAsync(app);
                if (await IsActiveAsync(app, run)) interrupted++;
                await app.StartProcessAsync();
            }

            var end = await fleet.EndOfAsync(run);
            end.GetProperty("state").GetString().ShouldBe("completed", $"{place}: {end.GetRawText()}");
            (await fleet.EntriesAsync(run)).ShouldBe(string.Join(' ', Enumerable.Repeat(Services, 5)), place);
            (await fleet.SetsAsync()).ShouldBe(string.Create(CultureInfo.InvariantCulture, $"{Services * number} {Services}"), place);
            await Eventually.GetAsync(fleet.LostAndDoubledAsync, found => found == "0 0 0 0", TimeSpan.FromSeconds(60));
        }

        output.WriteLine($"{interrupted} kills came before the end of their run; {SeedVariable}={seed}");
        interrupted.ShouldBeGreaterThan(Runs / 2, "Too few kills came before the end of their run.");
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int given) ? given : otherwise;

    private static async Task KillAsync(RunningApp app)
    {
        var process = app.Process;
        process.Kill();
        await process.WaitForExitAsync();
        await process.DisposeAsync();
    }

    private static Task<int> DoneAsync(RunningApp app, Guid run) =>
        app.Database.ScalarAsync<int>($"SELECT count(*) FROM slo.recommendation_run_services WHERE run_id = '{run}' AND state = 'done'");

    private static async Task<bool> IsActiveAsync(RunningApp app, Guid run) =>
        await app.Database.ScalarAsync<int>($"SELECT count(*) FROM slo.recommendation_runs WHERE id = '{run}' AND ended_at IS NULL") > 0;
}

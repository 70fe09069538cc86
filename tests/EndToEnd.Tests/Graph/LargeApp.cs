using EndToEnd.Tests.App;
using SloFunctions.Testing.Servers;

namespace EndToEnd.Tests.Graph;

/// <summary>The app as the only host of its database, for which a hundred entries are a large submission.</summary>
public sealed class LargeApp : IAsyncLifetime
{
    private RunningApp? running;

    public RunningApp Running => running!;

    public AppDatabase Database => Running.Database;

    public Api Api => Running.Api;

    public async Task InitializeAsync()
    {
        if (GivenHost.BaseUrl is not null) return;
        var settings = new Dictionary<string, string>
        {
            ["Graph__LargeSubmission"] = "100",
            ["Graph__PoisonAttempts"] = "3",
            ["Graph__PoisonTime"] = "00:00:00",
            ["GRAPH_INGESTION_SCHEDULE"] = "*/2 * * * * *",
        };
        running = await RunningApp.StartAsync(PrometheusServer.StartAsync(Directory.CreateTempSubdirectory("slofunctions-").FullName), settings);
    }

    public async Task DisposeAsync()
    {
        if (running is not null) await running.DisposeAsync();
    }

    /// <summary>Stores a body at once, by another instance with the usual limit.</summary>
    public async Task<Answer> StoreAtOnceAsync(string body)
    {
        var settings = Running.Settings.Where(s => s.Key != "Graph__LargeSubmission").ToDictionary(StringComparer.Ordinal);
        await using var other = await LocalHostProgram.StartAsync(settings);
        using var api = new Api(other.BaseUrl, Database.AdministratorKey);
        return await api.IngestAsync(body);
    }
}

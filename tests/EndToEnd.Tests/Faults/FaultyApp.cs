using System.Net;
using EndToEnd.Tests.App;
using SloFunctions.Testing.Servers;

namespace EndToEnd.Tests.Faults;

/// <summary>The app with servers that tests stop; each leaves them running again.</summary>
public sealed class FaultyApp : IAsyncLifetime
{
    /// <summary>A service with history, where there is a dataset.</summary>
    public const string Measured = "search";

    private RunningApp? running;

    public RunningApp Running => running!;

    public Api Api => Running.Api;

    public async Task InitializeAsync()
    {
        if (GivenHost.BaseUrl is not null) return;
        running = await RunningApp.StartAsync(TelemetryDataset.Find());
        (await Api.IngestAsync($$"""{"source":"manual","edges":[{"source":"{{Measured}}","target":"search-index"}]}""")).ShouldBe(HttpStatusCode.Accepted);
        await Api.AggregateAsync();
    }

    public async Task DisposeAsync()
    {
        if (running is not null) await running.DisposeAsync();
    }

    /// <summary>Waits until the app is ready, or whatever else it shall say of itself.</summary>
    public Task<Answer> WhenAsync(string status) => Eventually.GetAsync(
        () => Api.GetAsync("/api/v1/health/ready"), ready => ready.Json.GetProperty("status").GetString() == status);
}

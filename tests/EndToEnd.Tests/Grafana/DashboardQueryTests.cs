using System.Diagnostics;
using EndToEnd.Tests.App;
using SloFunctions.Testing.Servers;

namespace EndToEnd.Tests.Grafana;

/// <summary>What a Grafana would show beside the demo: the same telemetry, the same steps, a Prometheus that scrapes the app.</summary>
public sealed class DashboardQueryTests : IAsyncLifetime
{
    // In seconds; longer than it is, so that a scrape that a busy machine misses does not matter.
    private const string ScrapeInterval = "5";

    // Figures are read anew every 15 seconds, and a rate needs two scrapes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly Dictionary<string, string> Nothing = [];

    private RunningApp app = null!;

    public async Task InitializeAsync()
    {
        if (MeasuredApp.SkipReason is null && GivenHost.BaseUrl is null) app = await RunningApp.StartAsync(TelemetryDataset.Find());
    }

    public async Task DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
    }

    [TelemetryFact(OnOwnHost = true)]
    public async Task After_the_demo_every_query_of_every_dashboard_is_answered_with_numbers()
    {
        await app.Prometheus.BeginToScrapeAsync(new Uri(app.Api.BaseUrl, "/metrics"), app.Api.Key);
        var credentials = new Dictionary<string, string>
        {
            ["SLO_API_KEY"] = app.Api.Key,
            ["SLO_USER_TOKEN"] = app.Issuer.Token("ann", ["sre_admin"], [], "ann@example.org"),
        };
        var (code, printed) = await NodeScript.RunAsync("demo.mjs", credentials, app.Api.BaseUrl.ToString().TrimEnd('/'), TelemetryDataset.Find()!.GraphFile);
        code.ShouldBe(0, printed);

        var waited = Stopwatch.StartNew();
        var asked = await AskAsync();
        while (asked.Code != 0 && waited.Elapsed < Patience)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            asked = await AskAsync();
        }

        asked.Code.ShouldBe(0, asked.Printed);
    }

    private Task<(int Code, string Printed)> AskAsync() =>
        NodeScript.RunAsync("dashboards/ask.mjs", Nothing, app.Prometheus.BaseUrl.ToString(), "--scrape", ScrapeInterval);
}

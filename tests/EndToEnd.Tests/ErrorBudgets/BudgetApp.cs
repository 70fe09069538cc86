using System.Globalization;
using EndToEnd.Tests.App;
using Npgsql;

namespace EndToEnd.Tests.ErrorBudgets;

/// <summary>
/// An app whose services have had a thousand requests an hour for 28 days, of which 672 may fail, and failed as their names
/// say ten days ago. The others are cases by themselves: one burns now, one had no requests, one has no SLO.
/// </summary>
public sealed class BudgetApp : IAsyncLifetime
{
    private const int Hours = 672;

    private static readonly (string Service, int[] Bad)[] Histories =
    [
        ("normal", [100]), ("caution", [400]), ("freeze", [540]), ("incident", [640]), ("exhausted", [700, 100]), ("strict", [640]),
    ];

    private RunningApp? running;

    public RunningApp Running => running!;

    public Api Api => Running.Api;

    /// <summary>Where the hours end.</summary>
    public DateTimeOffset Through { get; private set; }

    public async Task InitializeAsync()
    {
        if (GivenHost.BaseUrl is not null) return;
        running = await RunningApp.StartAsync(telemetry: null);
        string nodes = string.Join(',', Histories.Select(h => h.Service).Concat(["burning", "idle", "silent", "bare"])
            .Select(s => $$$"""{"service_id":"{{{s}}}","metadata":{"team":"payments"}}"""));
        (await Api.IngestAsync($$"""{"source":"manual","nodes":[{{nodes}}]}""")).Status.ShouldBe(System.Net.HttpStatusCode.Accepted);
        var hours = AppDatabase.LastHours(Hours).ToArray();
        Through = hours[^1].AddHours(1);
        foreach (var (service, bad) in Histories) await StoreAsync(service, hours, i => i >= 432 && i - 432 < bad.Length ? bad[i - 432] : 0, 1000);
        await StoreAsync("burning", hours, i => i == Hours - 1 ? 20 : 0, 1000);
        await StoreAsync("idle", hours, _ => 0, 0);
        await ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"UPDATE slo.aggregation_progress SET through = '{Through:O}'"));
        await ExecuteAsync("""
            INSERT INTO slo.active_slos (service_id, availability_target, source, activated_at, activated_by)
            SELECT id, 99.9, 'manual', now() - interval '5 days', 'ann' FROM slo.services WHERE service_id <> 'bare'
            """);
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await Running.Database.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task DisposeAsync()
    {
        if (running is not null) await running.DisposeAsync();
    }

    private Task StoreAsync(string service, DateTimeOffset[] hours, Func<int, int> bad, long total) =>
        Running.Database.StoreHoursAsync(service, [.. hours.Select((hour, i) => (hour, total - bad(i)))], total);
}

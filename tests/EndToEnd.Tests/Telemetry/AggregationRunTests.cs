using EndToEnd.Tests.App;
using Npgsql;
using SloFunctions.Testing.Servers;

namespace EndToEnd.Tests.Telemetry;

public sealed class AggregationRunTests : IAsyncLifetime
{
    private const string Instance = "aggregation";

    // Of hours that every run reads, whenever in between the hour changed.
    private const string Counts = """
        SELECT count(*) || ' ' || md5(string_agg(format('%s %s %s %s %s %s', service_id, hour, good, total, latency_counts, defects), ',' ORDER BY service_id, hour))
        FROM slo.sli_hourly_counts
        WHERE hour >= date_trunc('hour', now()) - interval '29 days' AND hour < date_trunc('hour', now()) - interval '2 hours'
        """;

    private const string Days = """
        SELECT count(*) || ' ' || md5(string_agg(format('%s %s %s %s %s %s', service_id, day, hours, good, total, latency_counts), ',' ORDER BY service_id, day, latency_layout_id))
        FROM slo.sli_daily_counts
        WHERE day >= date_trunc('day', now(), 'UTC') - interval '28 days' AND day < date_trunc('day', now(), 'UTC') - interval '1 day'
        """;

    private const string Indicators = """
        SELECT count(*) || ' ' || md5(string_agg(format('%s %s %s %s', a.service_id, a.sli_type, a."window", a.value), ',' ORDER BY a.service_id, a.sli_type, a."window"))
        FROM slo.sli_aggregates a WHERE a.computed_at = (SELECT max(computed_at) FROM slo.sli_aggregates)
        """;

    private const string Forget = """
        TRUNCATE slo.sli_hourly_counts, slo.sli_daily_counts, slo.sli_aggregates, slo.sli_gap_checks;
        UPDATE slo.aggregation_progress SET through = NULL, aggregated_through = NULL;
        UPDATE slo.services SET telemetry_since = NULL, history_run = NULL;
        SELECT 1;
        """;

    private RunningApp app = null!;

    private Api Api => app.Api;

    public async Task InitializeAsync()
    {
        if (MeasuredApp.SkipReason is not null || GivenHost.BaseUrl is not null) return;
        var dataset = TelemetryDataset.Find()!;
        app = await RunningApp.StartAsync(dataset);
        await Api.IngestAsync(await File.ReadAllTextAsync(dataset.GraphFile));
    }

    public async Task DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
    }

    [TelemetryFact(OnOwnHost = true)]
    public async Task A_run_that_is_killed_with_its_host_is_completed_after_the_restart_as_if_nothing_had_happened()
    {
        await Api.FireAsync("AggregateSlis");
        for (int kill = 1; kill <= 3; kill++)
        {
            int hours = 5_000 * kill;
            await Eventually.GetAsync(() => ScalarAsync<int>("SELECT count(*) FROM slo.sli_hourly_counts"), stored => stored >= hours);
            app.Process.Kill();
            await app.Process.WaitForExitAsync();
            await app.StartProcessAsync();
        }

        (await Api.WhenAtRestAsync(Instance)).Json.GetProperty("runtimeStatus").GetString().ShouldBe("Completed");
        string[] disturbed = await TablesAsync();
        await ScalarAsync<int>(Forget);
        await Api.AggregateAsync();
        string[] undisturbed = await TablesAsync();

        disturbed[..3].ShouldBe(undisturbed[..3]);
        // Between the two an hour may have ended.
        if (disturbed[4] == undisturbed[4]) disturbed[3].ShouldBe(undisturbed[3]);
    }

    [TelemetryFact(OnOwnHost = true)]
    public async Task While_a_run_is_at_work_another_firing_leaves_it_to_that()
    {
        await using (var other = await app.Database.OpenAsync())
        {
            await using var hold = await other.BeginTransactionAsync();
            await using (var command = new NpgsqlCommand("LOCK TABLE slo.aggregation_progress IN ACCESS EXCLUSIVE MODE", other)) await command.ExecuteNonQueryAsync();
            await Api.FireAsync("AggregateSlis");
            await app.Database.WhenTheAppWaitsForALockAsync();

            await Api.FireAsync("AggregateSlis");
            await Api.FireAsync("AggregateSlis");

            await Eventually.GetAsync(() => Task.FromResult(app.Process.Output), text => text.Split("is at work as aggregation").Length == 3);
        }

        (await Api.WhenAtRestAsync(Instance)).Json.GetProperty("runtimeStatus").GetString().ShouldBe("Completed");
        app.Process.Output.Split("history read for").Length.ShouldBe(2);
    }

    [TelemetryFact(OnOwnHost = true)]
    public async Task Without_Prometheus_a_run_ends_with_the_reason_and_the_next_one_does_it_all()
    {
        await app.Prometheus.StopAsync();
        await Api.FireAsync("AggregateSlis");
        await Eventually.GetAsync(() => Api.OrchestrationAsync(Instance), found => found.Text.Contains("\"Failed\"", StringComparison.Ordinal), TimeSpan.FromMinutes(2));
        (await ScalarAsync<int>("SELECT count(*) FROM slo.sli_hourly_counts")).ShouldBe(0);
        (await ScalarAsync<int>("SELECT count(*) FROM slo.services WHERE telemetry_since IS NOT NULL")).ShouldBe(0);
        app.Process.Output.ShouldContain("Aggregation ended early: StoreDay failed in all attempts");

        await app.Prometheus.RestartAsync();
        await Api.AggregateAsync();

        (await ScalarAsync<int>("SELECT count(*) FROM slo.services WHERE telemetry_since IS NULL")).ShouldBe(0);
    }

    private async Task<string[]> TablesAsync() =>
    [
        await ScalarAsync<string>(Counts),
        await ScalarAsync<string>(Days),
        await ScalarAsync<string>("SELECT count(*) || '' FROM slo.services WHERE telemetry_since IS NULL"),
        await ScalarAsync<string>(Indicators),
        await ScalarAsync<string>("SELECT through || ' ' || aggregated_through FROM slo.aggregation_progress"),
    ];

    private Task<T> ScalarAsync<T>(string sql) => app.Database.ScalarAsync<T>(sql);
}

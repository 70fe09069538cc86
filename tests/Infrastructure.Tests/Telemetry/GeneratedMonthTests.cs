using SloFunctions.Infrastructure.Tests.Postgres;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Infrastructure.Tests.Telemetry;

/// <summary>What is stored is what happened: every count of every hour of every service, without tolerance.</summary>
[Collection(PostgresTests.Name)]
public sealed class GeneratedMonthTests(GeneratedMonth month, PostgresFixture postgres) : IClassFixture<GeneratedMonth>
{
    private static readonly string[] Cases =
    [
        "ordinary", "zero_traffic", "zero_error", "low_traffic", "total_outage", "late_born_5xx", "counter_reset", "telemetry_gap",
        "duplicated_pod", "multi_pod", "latency_step", "latency_ramp", "weekly_seasonality", "shared_outage",
    ];

    public static TheoryData<string> AllCases => [.. Cases];

    [TelemetryDatasetTheory]
    [MemberData(nameof(AllCases))]
    public async Task Every_hour_is_stored_as_it_happened(string name)
    {
        var services = month.Truths.Where(t => t.Case == name).ToArray();
        services.ShouldNotBeEmpty();

        (await month.Aggregation.DifferencesAsync(services, month.Start, month.End)).ShouldBeEmpty();
    }

    [TelemetryDatasetFact]
    public async Task No_other_row_is_stored()
    {
        month.Truths.Select(t => t.Case).Distinct().Order().ShouldBe(Cases.Order());
        await using var connection = await month.Database.OpenAsync("superuser");

        var rows = await connection.ScalarAsync<long>("SELECT count(*) FROM slo.sli_hourly_counts");

        rows.ShouldBe(month.Truths.Sum(t => t.Lines.Count(line => line is not null)));
    }

    [TelemetryDatasetFact]
    public async Task Running_again_changes_nothing()
    {
        (await month.Aggregation.RunAsync(month.End.AddMinutes(5), historyDays: 30)).HoursStored.ShouldBe(0);
        await using var connection = await month.Database.OpenAsync("superuser");
        await connection.ExecuteAsync("UPDATE slo.aggregation_progress SET through = through - interval '1 day'");

        var report = await month.Aggregation.RunAsync(month.End.AddMinutes(5), historyDays: 30);

        report.HoursStored.ShouldBeGreaterThan(1000);
        report.Through.ShouldBe(month.End);
        (await month.Aggregation.DifferencesAsync(month.Truths, month.End.AddDays(-2), month.End)).ShouldBeEmpty();
        (await connection.ScalarAsync<DateTime>("SELECT through FROM slo.aggregation_progress")).ShouldBe(month.End.UtcDateTime);
    }

    [TelemetryDatasetFact]
    public async Task Two_runs_and_services_registered_between_them_give_the_same_rows()
    {
        var database = new MigratedDatabase(postgres);
        await database.InitializeAsync();
        using var aggregation = new Aggregation(database, month.Options);
        var first = month.Truths.Where((_, i) => i % 2 == 0).ToArray();
        var second = month.Truths.Except(first).ToArray();
        var (half, end) = (month.Start.AddDays(15), month.Start.AddDays(17));

        await aggregation.RegisterAsync(month.Dataset.GraphFile, id => Array.Exists(first, t => t.Service == id));
        await aggregation.RunAsync(half.AddMinutes(5), historyDays: 2);
        await using var connection = await database.OpenAsync("superuser");
        (await connection.ScalarAsync<long>("SELECT count(DISTINCT service_id) FROM slo.sli_hourly_counts")).ShouldBe(first.Length);

        await aggregation.RegisterAsync(month.Dataset.GraphFile);
        var report = await aggregation.RunAsync(end.AddMinutes(5), historyDays: 2);

        report.ServicesFilled.ShouldBe(second.Length);
        (await aggregation.DifferencesAsync(first, half.AddDays(-2), end)).ShouldBeEmpty();
        (await aggregation.DifferencesAsync(second, end.AddDays(-2), end)).ShouldBeEmpty();
        await database.DisposeAsync();
    }
}

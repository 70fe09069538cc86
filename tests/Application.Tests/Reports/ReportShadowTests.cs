using System.Text.Json;
using SloFunctions.Application.Prediction;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Reports;
using SloFunctions.Application.Reports.Documents;
using SloFunctions.Application.Telemetry;
using SloFunctions.Application.Tests.Golden;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Prediction;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Reports;

public sealed class ReportShadowTests
{
    private static readonly DateTimeOffset Through = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = Through.AddMinutes(20);
    private static readonly DateTimeOffset Midnight = TimeWindow.DayOf(Through);

    private readonly InMemorySliStore telemetry = new();
    private readonly InMemoryFleetPriors priors = new();
    private readonly InMemoryShadowRecords records;

    public ReportShadowTests() => records = new InMemoryShadowRecords(telemetry);

    [Fact]
    public async Task A_report_is_this_document()
    {
        await MeasureAsync("cart", hour => hour == 300 ? 600 : 1);
        await MeasureAsync("mail", _ => 0);
        records
            .Activate(Slo("cart", 0.999, Recommended(Now.AddHours(-3), 0.99), Recommended(Midnight.AddDays(-30), 0.99)) with { Team = "shop" })
            .Activate(Slo("mail", 0.99, Recommended(Now.AddHours(-3), 0.9999), Recommended(Midnight.AddDays(-3), 0.9999)))
            .Activate(Slo("quiet", 0.99, Recommended(Now.AddHours(-3), 0.99), Recommended(Midnight.AddDays(-30), 0.99)))
            .Activate(Slo("odd", 0.99, Recommended(Now.AddHours(-3), null), Recommended(Midnight.AddDays(-30), null)) with { Source = SloSource.RecommendationModified })
            .Activate(Slo("new", 0.99, null, null));

        JsonSerializer.Serialize(await ReportAsync(), PublishedJson.Options).ShouldMatchGolden("shadow.json");
    }

    [Fact]
    public async Task Without_SLOs_there_are_zeros_and_no_history_is_read()
    {
        var report = await ReportAsync();

        (report.Totals.Slos, report.Totals.Compared, report.Totals.AgreementRate, report.Totals.MedianDifference).ShouldBe((0, 0, null, null));
        (report.Totals.Trials.Judged, report.Totals.Trials.Manual.BreachRate, report.Totals.Trials.OutcomeAgreementRate).ShouldBe((0, null, null));
        (report.TelemetryThrough, report.NextCursor).ShouldBe((null, null));
        report.Services.ShouldBeEmpty();
        records.HistoriesRead.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_model_says_of_the_manual_target_what_it_would_say_of_a_tier_there()
    {
        await MeasureAsync("cart", hour => hour % 200 == 0 ? 400 : 1);
        records.Activate(Slo("cart", 0.9985, Recommended(Now, 0.99), null));

        var manual = (await ReportAsync()).Services.ShouldHaveSingleItem().Manual;

        var history = await telemetry.ReadHistoryAsync(ServiceId.Of("cart"), TimeWindow.LastDays(30, Through), CancellationToken.None);
        var record = IncidentDetection.Read([.. history.Hours.Select(h => h?.Counts)])!;
        double expected = new AvailabilityPrediction(PredictionFeatures.Of(record, StoredFleetPrior.Usual.Prior)).BreachProbability(0.9985);
        expected.ShouldBeInRange(0.001, 0.999);
        manual.EstimatedBreachProbability.ShouldBe(Math.Round(expected, 6));
    }

    [Fact]
    public async Task Before_the_first_aggregation_targets_are_compared_and_nothing_is_tried()
    {
        records.Activate(Slo("cart", 0.999, Recommended(Now, 0.99), Recommended(Midnight.AddDays(-30), 0.99)));

        var report = await ReportAsync();

        var service = report.Services.ShouldHaveSingleItem();
        (service.Verdict, service.Manual.EstimatedBreachProbability, service.Trial.NotJudgedBecause).ShouldBe(("manual_stricter", null, "too_recent"));
        report.Totals.Compared.ShouldBe(1);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 3)]
    [InlineData(500, 1)]
    public async Task Following_the_cursors_shows_every_service_once_and_the_same_totals(int limit, int pages)
    {
        string[] ids = ["Ä", "a", "b/c", "d e", "🚀"];
        foreach (string id in ids) records.Activate(Slo(id, 0.999, Recommended(Now, 0.99), null));
        var seen = new List<string>();
        var totals = new HashSet<ShadowTotals>();
        string? cursor = null;
        do
        {
            var report = await ReportAsync(cursor, limit);
            seen.AddRange(report.Services.Select(s => s.ServiceId));
            totals.Add(report.Totals with { Trials = null! });
            cursor = report.NextCursor;
        }
        while (cursor is not null);

        seen.ShouldBe(ids.Order(StringComparer.Ordinal));
        totals.ShouldHaveSingleItem().Compared.ShouldBe(5);
        records.HistoriesRead.Count.ShouldBe(pages);
        records.HistoriesRead.ShouldAllBe(services => services <= limit);
    }

    [Theory]
    [InlineData("!", null, "cursor")]
    [InlineData("WyIiXQ", null, "cursor")]
    [InlineData(null, "0", "limit")]
    [InlineData(null, "501", "limit")]
    public void Wrong_parameters_are_named(string? cursor, string? limit, string field)
    {
        ShadowQuery.Parse(cursor, limit).Error.Fields().ShouldBe(field);
    }

    private static ShadowSlo Slo(string service, double target, ShadowRecommendation? recommended, ShadowRecommendation? tried) =>
        new(ServiceId.Of(service), null, ServiceCriticality.Medium, SloSource.Manual, target, recommended, tried);

    private static ShadowRecommendation Recommended(DateTimeOffset at, double? balanced) => new(
        new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), at, new ShadowTier(0.95, 0.001), new ShadowTier(balanced, balanced is null ? null : 0.01), new ShadowTier(null, null));

    // The last 40 days, a thousand requests an hour.
    private async Task MeasureAsync(string service, Func<int, int> bad)
    {
        telemetry.Register(service);
        var start = Through.AddDays(-40);
        await telemetry.StoreAsync(
            [.. Enumerable.Range(0, 960).Select(i => new ServiceHour(ServiceId.Of(service), new HourlySli(start.AddHours(i), new SliCounts(1000 - bad(i), 1000), null, null)))],
            CancellationToken.None);
        await telemetry.AdvanceAsync(Through, CancellationToken.None);
    }

    private Task<ShadowDocument> ReportAsync(string? cursor = null, int limit = 50)
    {
        var useCase = new ReportShadow(records, new PredictManualTargets(records, priors), telemetry, new RecommendationPolicy(), new FakeClock(Now));
        return useCase.HandleAsync(ShadowQuery.Parse(cursor, $"{limit}").Value!, CancellationToken.None);
    }
}

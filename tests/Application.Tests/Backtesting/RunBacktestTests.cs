using System.Text.Json;
using SloFunctions.Application.Backtesting;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Backtesting;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Tests.Backtesting;

public sealed class RunBacktestTests
{
    private static readonly BacktestQuery Small = new([FailureFamily.CompoundPoisson, FailureFamily.Clustered], 20, 58, 1);

    [Fact]
    public void The_document_explains_itself()
    {
        var document = Json(Run(SimulateFleets.Of(Small)));

        document.GetProperty("horizon_days").GetInt32().ShouldBe(28);
        document.GetProperty("lookback_days").GetInt32().ShouldBe(30);
        document.GetProperty("families").EnumerateObject().Select(p => p.Name).ShouldBe(["compound_poisson", "clustered"]);
        var fleet = document.GetProperty("families").GetProperty("clustered");
        fleet.GetProperty("windows").GetInt32().ShouldBe(20);
        fleet.GetProperty("left_out").GetProperty("unmeasured").GetInt32().ShouldBe(0);
        fleet.GetProperty("methods").EnumerateObject().Select(p => p.Name)
            .ShouldBe(["predictive", "historical_percentile", "hourly_percentile", "block_bootstrap", "observed_mean", "fixed_targets"]);
        var method = fleet.GetProperty("methods").GetProperty("predictive");
        method.GetProperty("tiers").EnumerateObject().Select(t => (t.Name, t.Value.GetProperty("promised").GetDouble()))
            .ShouldBe([("conservative", 0.001), ("balanced", 0.01), ("aggressive", 0.05)]);
        var raw = method.GetProperty("tiers").GetProperty("aggressive").GetProperty("raw");
        raw.GetProperty("windows").GetInt64().ShouldBe(20);
        raw.GetProperty("rate").GetDouble().ShouldBe(raw.GetProperty("breaches").GetInt64() / 20.0);
        raw.GetProperty("wilson").GetArrayLength().ShouldBe(2);
        method.GetProperty("tiers").GetProperty("aggressive").GetProperty("snapped").GetProperty("windows").GetInt64().ShouldBeGreaterThan(0);
        method.GetProperty("brier").GetDouble().ShouldBeInRange(0, 1);
        method.GetProperty("reliability").EnumerateArray().Sum(b => b.GetProperty("forecasts").GetInt64()).ShouldBe(method.GetProperty("brier_forecasts").GetInt64());
        method.GetProperty("interval_coverage").GetProperty("promised").GetDouble().ShouldBe(0.95);
        fleet.GetProperty("methods").GetProperty("fixed_targets").GetProperty("interval_coverage").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void The_same_question_has_the_same_answer_to_the_last_digit() =>
        Json(Run(SimulateFleets.Of(Small))).GetRawText().ShouldBe(Json(Run(SimulateFleets.Of(Small))).GetRawText());

    [Fact]
    public async Task A_fleet_may_arrive_service_by_service()
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var fleet = await RunBacktest.CollectAsync("stored", new TimeWindow(start, start.AddDays(58)), Services(), CancellationToken.None);

        var document = Run([fleet]).Families["stored"];

        (document.Services, document.Windows, document.Start).ShouldBe((3, 3, start));

        static async IAsyncEnumerable<(ServiceId, SliCounts?[])> Services()
        {
            for (int i = 0; i < 3; i++)
            {
                await Task.Yield();
                yield return (ServiceId.Of($"s{i}"), [.. Enumerable.Repeat((SliCounts?)new SliCounts(99, 100), 58 * 24)]);
            }
        }
    }

    [Fact]
    public void Too_short_a_history_is_refused_with_what_is_needed()
    {
        RunBacktest.Of(SimulateFleets.Of(Small with { Days = 57 }), BacktestQuery.UsualPlan, CancellationToken.None).TryGet(out _, out var failure).ShouldBeFalse();

        failure!.Fields.Single().Message.ShouldBe("The history spans 57 days; 58 are needed: 30 to look back on and 28 to foretell.");
    }

    [Fact]
    public void Windows_that_all_had_no_traffic_leave_figures_empty_and_not_wrong()
    {
        var fleet = new BacktestFleet("counts", [new ServiceHistory(ServiceId.Of("a"), new SliCounts?[58 * 24])], null);

        var method = Json(Run([fleet])).GetProperty("families").GetProperty("counts").GetProperty("methods").GetProperty("predictive");

        method.GetProperty("brier").ValueKind.ShouldBe(JsonValueKind.Null);
        method.GetProperty("tiers").GetProperty("balanced").GetProperty("raw").GetProperty("rate").ValueKind.ShouldBe(JsonValueKind.Null);
        method.GetProperty("reliability").GetArrayLength().ShouldBe(0);
    }

    private static BacktestDocument Run(IEnumerable<BacktestFleet> fleets)
    {
        RunBacktest.Of(fleets, BacktestQuery.UsualPlan, CancellationToken.None).TryGet(out var document, out var failure).ShouldBeTrue(failure?.Fields[0].Message);
        return document!;
    }

    private static JsonElement Json(BacktestDocument document) => JsonSerializer.SerializeToElement(document, PublishedJson.Options);
}

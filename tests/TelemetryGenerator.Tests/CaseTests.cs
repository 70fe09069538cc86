using System.Globalization;
using System.Text.Json;
using SloFunctions.TelemetryGenerator.Model;

namespace TelemetryGenerator.Tests;

public sealed class CaseTests(GeneratedShop shop) : IClassFixture<GeneratedShop>
{
    private const string Requests = "http_requests_total";

    [Fact]
    public void Every_case_is_shown_by_one_service() =>
        shop.Services.Select(s => s.GetProperty("case").GetString()).Where(c => c != "ordinary").ShouldBe(
            Enum.GetValues<SpecialCase>().Where(c => c != SpecialCase.Ordinary).Select(SpecialCaseNames.NameOf), ignoreOrder: true);

    [Fact]
    public void Zero_traffic_has_series_that_never_move()
    {
        var service = shop.ServiceOf("zero_traffic");
        SeriesOf(service).ShouldNotBeEmpty();
        SeriesOf(service).ShouldAllBe(s => s.Samples.Values.All(v => v == 0));
        Totals(service).ShouldAllBe(t => t == 0);
    }

    [Fact]
    public void Zero_error_has_no_error_series_at_all() =>
        SeriesOf(shop.ServiceOf("zero_error")).ShouldAllBe(s => s["status"] == "200");

    [Fact]
    public void Low_traffic_stays_under_a_hundredth_of_a_request_per_second() =>
        Totals(shop.ServiceOf("low_traffic")).Sum().ShouldBeInRange(1, 72 * 36);

    [Fact]
    public void A_total_outage_lets_nothing_through_for_six_hours()
    {
        var service = shop.ServiceOf("total_outage");
        var outage = service.GetProperty("notes").GetProperty("incidents")[0];
        var first = (int)(outage.GetProperty("from").GetDateTimeOffset() - Start).TotalHours;
        for (var hour = first; hour < first + 6; hour++)
        {
            service.GetProperty("good")[hour].GetInt64().ShouldBe(0);
            service.GetProperty("total")[hour].GetInt64().ShouldBeGreaterThan(0);
        }

        service.GetProperty("good")[first + 6].GetInt64().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Late_born_error_series_begin_above_zero_in_mid_hour_and_right_after_an_hours_beginning()
    {
        var births = shop.ServiceOf("late_born_5xx").GetProperty("notes").GetProperty("births").EnumerateArray().ToList();
        foreach (var birth in births)
        {
            var series = SeriesOf(shop.ServiceOf("late_born_5xx")).Single(s => s["status"] == birth.GetProperty("status").GetString());
            series.Samples.Keys[0].ShouldBe(birth.GetProperty("at").GetDateTimeOffset().ToUnixTimeSeconds());
            series.Samples.Values[0].ShouldBe(birth.GetProperty("first_value").GetDouble());
            series.Samples.Values[0].ShouldBeGreaterThan(0);
        }

        births.Select(b => b.GetProperty("at").GetDateTimeOffset().Minute).ShouldBe([35, 5]);
    }

    [Fact]
    public void Each_restart_is_a_fall_of_every_counter_that_goes_on()
    {
        var service = shop.ServiceOf("counter_reset");
        var deploys = service.GetProperty("notes").GetProperty("deploys").EnumerateArray().ToList();
        deploys.Count.ShouldBe(4);
        foreach (var deploy in deploys)
        {
            var before = deploy.GetProperty("last_sample_before").GetDateTimeOffset().ToUnixTimeSeconds();
            foreach (var series in SeriesOf(service).Concat(Named("http_request_duration_seconds_bucket", service)))
            {
                var next = series.Samples.First(s => s.Key > before);
                var isError = series["status"] == "500";
                if (isError && deploy.GetProperty("errors_reborn_at") is { ValueKind: JsonValueKind.String } reborn)
                {
                    next.Key.ShouldBe(reborn.GetDateTimeOffset().ToUnixTimeSeconds());
                    next.Value.ShouldBeGreaterThan(0);
                }

                if (series.Name == Requests || series.Samples[before] > 0)
                {
                    next.Value.ShouldBeLessThan(series.Samples[before]);
                }
            }
        }

        SeriesOf(service).Single(s => s["status"] == "200").StepsWithin(0, long.MaxValue).Count(s => s.After < s.Before).ShouldBe(4);
    }

    [Fact]
    public void A_gap_of_six_whole_hours_loses_samples_but_not_counts()
    {
        var service = shop.ServiceOf("telemetry_gap");
        var before = service.GetProperty("notes").GetProperty("gap_last_sample_before").GetDateTimeOffset();
        var after = service.GetProperty("notes").GetProperty("gap_first_sample_after").GetDateTimeOffset();
        (after - before).ShouldBe(TimeSpan.FromHours(6));
        before.Minute.ShouldBe(0);
        service.GetProperty("total").EnumerateArray().Count(t => t.ValueKind == JsonValueKind.Null).ShouldBe(6);
        foreach (var series in SeriesOf(service))
        {
            series.Samples.Keys.First(t => t > before.ToUnixTimeSeconds()).ShouldBe(after.ToUnixTimeSeconds());
            series.Samples[after.ToUnixTimeSeconds()].ShouldBeGreaterThan(series.Samples[before.ToUnixTimeSeconds()]);
        }
    }

    [Fact]
    public void A_pod_scraped_twice_shows_two_identical_copies_of_each_series()
    {
        var copies = shop.Metrics.All.Where(s => s["service"] == IdOf(shop.ServiceOf("duplicated_pod"))).ToLookup(s => s["prometheus_replica"]);
        copies["a"].Select(s => s["pod"]).Distinct().Count().ShouldBe(2);
        copies[""].ShouldBeEmpty();
        copies["a"].Select(s => s.Samples.Values.ToList()).ShouldBe(copies["b"].Select(s => s.Samples.Values.ToList()));
    }

    [Fact]
    public void A_replaced_pod_ends_in_the_sample_in_which_its_successor_shows_zero()
    {
        var service = shop.ServiceOf("multi_pod");
        var replaced = service.GetProperty("notes").GetProperty("pod_replaced_at").GetDateTimeOffset();
        replaced.Minute.ShouldBe(0);
        var successes = SeriesOf(service).Where(s => s["status"] == "200").ToList();
        successes.Count.ShouldBe(4);
        successes.Count(s => s.Samples.Keys[^1] == replaced.ToUnixTimeSeconds()).ShouldBe(1);
        successes.Single(s => s.Samples.Keys[0] == replaced.ToUnixTimeSeconds()).Samples.Values[0].ShouldBe(0);
    }

    [Fact]
    public void Mean_latency_grows_by_a_fifth_at_the_step()
    {
        var service = shop.ServiceOf("latency_step");
        var at = service.GetProperty("notes").GetProperty("latency_changes_at").GetDateTimeOffset().ToUnixTimeSeconds();
        (MeanLatency(service, at, End) / MeanLatency(service, 0, at)).ShouldBe(1.2, 0.01);
    }

    [Fact]
    public void Mean_latency_climbs_slowly_on_the_ramp()
    {
        var service = shop.ServiceOf("latency_ramp");
        (MeanLatency(service, End - 7200, End) / MeanLatency(service, 0, End - (70 * 3600))).ShouldBe(1.4, 0.05);
    }

    [Fact]
    public void Weekends_are_quiet_for_the_weekly_service()
    {
        // The history ends on a Saturday's midnight: its last 24 hours are that Saturday, those before a Friday.
        var totals = Totals(shop.ServiceOf("weekly_seasonality")).ToList();
        (totals[48..].Sum() / totals[24..48].Sum()).ShouldBe(0.35, 0.03);
    }

    [Fact]
    public void A_shared_outage_reaches_its_hard_callers_in_the_same_hours()
    {
        var notes = shop.ServiceOf("shared_outage").GetProperty("notes");
        var outage = (int)(notes.GetProperty("incidents")[0].GetProperty("from").GetDateTimeOffset() - Start).TotalHours;
        string[] callers = [.. notes.GetProperty("affected_callers").EnumerateArray().Select(c => c.GetString()!)];
        callers.ShouldBe(["checkout", "cart", "account", "frontend", "api-gateway", "mobile-bff"], ignoreOrder: true);
        foreach (var caller in shop.Services.Where(s => callers.Contains(IdOf(s))))
        {
            ErrorRatio(caller, outage).ShouldBeGreaterThan(0.2);
            ErrorRatio(caller, outage + 1).ShouldBeGreaterThan(0.2);
        }
    }

    private static DateTimeOffset Start => DateTimeOffset.Parse(GeneratedShop.End, CultureInfo.InvariantCulture).AddHours(-72);

    private static long End => Start.AddHours(72).ToUnixTimeSeconds();

    private static string IdOf(JsonElement service) => service.GetProperty("service_id").GetString()!;

    private static IEnumerable<double> Totals(JsonElement service) => service.GetProperty("total").EnumerateArray().Select(t => t.GetDouble());

    private static double ErrorRatio(JsonElement service, int hour) =>
        1 - (service.GetProperty("good")[hour].GetDouble() / service.GetProperty("total")[hour].GetDouble());

    private List<Series> SeriesOf(JsonElement service) => Named(Requests, service);

    private List<Series> Named(string name, JsonElement service) => [.. shop.Metrics.Of(name, IdOf(service))];

    private double MeanLatency(JsonElement service, long from, long to) =>
        Named("http_request_duration_seconds_sum", service)[0].Increase(from, to)
        / Named("http_request_duration_seconds_count", service)[0].Increase(from, to);
}

using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.MainJob;

[Collection(MeasuredAppTests.Name)]
public sealed class TruthTests(MeasuredApp app)
{
    [TelemetryTheory]
    [InlineData("zero_error")]
    [InlineData("low_traffic")]
    [InlineData("total_outage")]
    [InlineData("late_born_5xx")]
    [InlineData("counter_reset")]
    [InlineData("telemetry_gap")]
    [InlineData("duplicated_pod")]
    [InlineData("multi_pod")]
    [InlineData("weekly_seasonality")]
    [InlineData("ordinary")]
    public async Task The_achieved_availability_is_exactly_what_happened(string name)
    {
        var service = app.Truth.Of(name);
        var set = await GetAsync(service.ServiceId);

        var hours = Hours(service, set).OfType<(long Good, long Total)>().ToArray();
        double ratio = hours.Sum(h => h.Good) / (double)hours.Sum(h => h.Total);
        set.GetProperty("recommendations")[0].GetProperty("achieved").GetDouble().ShouldBe(Math.Round(ratio * 100, 6));
        set.GetProperty("data_quality").GetProperty("hours_measured").GetInt32().ShouldBe(hours.Length);
    }

    [TelemetryFact]
    public async Task A_gap_is_listed_with_its_hours()
    {
        var service = app.Truth.Of("telemetry_gap");
        var set = await GetAsync(service.ServiceId);

        var start = set.GetProperty("lookback_window").GetProperty("start").GetDateTimeOffset();
        var missing = Hours(service, set).Select((hour, i) => (hour, At: start.AddHours(i))).Where(h => h.hour is null).Select(h => h.At).ToArray();
        missing.Length.ShouldBeGreaterThan(4);
        Gaps(set).SelectMany(gap => Enumerable.Range(0, gap.Hours).Select(i => gap.Start.AddHours(i))).ShouldBe(missing);
        Gaps(set).ShouldAllBe(gap => gap.End == gap.Start.AddHours(gap.Hours));
    }

    [TelemetryFact]
    public async Task A_service_without_requests_gets_no_recommendation_and_the_reason()
    {
        var set = await GetAsync(app.Truth.Of("zero_traffic").ServiceId);

        set.GetProperty("recommendations").GetArrayLength().ShouldBe(0);
        set.GetProperty("data_quality").GetProperty("confidence_note").GetString().ShouldBe("No requests in the last 30 days: nothing can be recommended.");
    }

    [TelemetryFact]
    public async Task The_bound_is_the_product_of_what_each_distinct_service_adds()
    {
        var item = (await GetAsync("checkout")).GetProperty("recommendations")[0];

        var impact = item.GetProperty("explanation").GetProperty("dependency_impact");
        impact.GetProperty("hard_dependencies").GetInt32().ShouldBeGreaterThan(2);
        double self = impact.GetProperty("self_availability").GetDouble();
        double ceiling = impact.GetProperty("dependency_ceiling").GetDouble();
        impact.GetProperty("composite_availability_bound").GetDouble().ShouldBe(self * ceiling / 100, 0.000_01);
        var balanced = item.GetProperty("tiers").GetProperty("balanced");
        balanced.GetProperty("raw_target").GetDouble().ShouldBeLessThanOrEqualTo(impact.GetProperty("composite_availability_bound").GetDouble());
    }

    private async Task<JsonElement> GetAsync(string service) => (await app.Api.GetAsync(Api.Recommendations(service))).ShouldBe(HttpStatusCode.OK);

    private IReadOnlyList<(long Good, long Total)?> Hours(TrueService service, JsonElement set)
    {
        var window = set.GetProperty("lookback_window");
        return app.Truth.Hours(service, window.GetProperty("start").GetDateTimeOffset(), window.GetProperty("end").GetDateTimeOffset());
    }

    private static IEnumerable<(DateTimeOffset Start, DateTimeOffset End, int Hours)> Gaps(JsonElement set) =>
        set.GetProperty("data_quality").GetProperty("telemetry_gaps").EnumerateArray().Select(
            gap => (gap.GetProperty("start").GetDateTimeOffset(), gap.GetProperty("end").GetDateTimeOffset(), gap.GetProperty("hours").GetInt32()));
}

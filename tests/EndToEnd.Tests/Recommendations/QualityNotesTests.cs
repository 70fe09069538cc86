using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Recommendations;

/// <summary>What really happened to a service is stated beside its targets.</summary>
[Collection(MeasuredAppTests.Name)]
public sealed class QualityNotesTests(MeasuredApp app)
{
    private const int Availability = 0;
    private const int Latency = 1;

    [TelemetryFact]
    public async Task A_telemetry_gap_is_stated_with_its_hours()
    {
        var service = app.Truth.Of("telemetry_gap");
        int first = service.Total.ToList().IndexOf(null);
        int hours = service.Total.Count(total => total is null);

        var quality = (await GetAsync(service)).GetProperty("data_quality");

        hours.ShouldBe(6);
        var gap = quality.GetProperty("telemetry_gaps").EnumerateArray()
            .Where(g => g.GetProperty("start").GetDateTimeOffset() == app.Truth.Start.AddHours(first)).ShouldHaveSingleItem();
        gap.GetProperty("hours").GetInt32().ShouldBe(hours);
        gap.GetProperty("end").GetDateTimeOffset().ShouldBe(app.Truth.Start.AddHours(first + hours));
        quality.GetProperty("confidence_note").GetString()!.ShouldMatch("^Based on 30 days of data with [0-9.]+ % completeness and [0-9]+ gap");
    }

    [TelemetryFact(OnOwnHost = true)]
    public async Task Twins_resets_and_late_births_are_counted_as_they_happened()
    {
        foreach (string name in new[] { "duplicated_pod", "multi_pod", "counter_reset", "late_born_5xx", "zero_error", "total_outage" })
        {
            var service = app.Truth.Of(name);
            string stored = await app.Database!.ScalarAsync<string>(
                $"""
                SELECT string_agg(to_char(c.hour AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24') || ' ' || c.good || '/' || c.total, ',' ORDER BY c.hour)
                FROM slo.sli_hourly_counts c JOIN slo.services s ON s.id = c.service_id WHERE s.service_id = '{service.ServiceId}'
                """);

            string[] counted = stored.Split(',');
            counted.Length.ShouldBeGreaterThan(600, name);
            counted.ShouldBe(Truth(service).TakeLast(counted.Length), name);
        }
    }

    [TelemetryTheory]
    [InlineData("latency_step", "step", 1.2)]
    [InlineData("latency_ramp", "ramp", 1.4)]
    public async Task Latency_that_changed_is_flagged_with_its_size_and_trusted_less(string name, string shape, double ratio)
    {
        var set = await GetAsync(app.Truth.Of(name));

        var changes = Changes(set);
        changes.ShouldNotBeEmpty();
        changes.Select(c => c.GetProperty("quantity").GetString()).ShouldBeSubsetOf(["typical_latency", "tail_latency"]);
        changes.ShouldAllBe(c => c.GetProperty("shape").GetString() == shape && Math.Abs((c.GetProperty("ratio").GetDouble() / ratio) - 1) < 0.07);
        Notes(set).Count(note => note.Contains("rose by", StringComparison.Ordinal)).ShouldBe(changes.Length);
        Reasons(set, Latency).ShouldContain("drifted");
        Reasons(set, Availability).ShouldNotContain("drifted");
    }

    [TelemetryFact]
    public async Task Errors_that_began_within_the_window_are_flagged()
    {
        var set = await GetAsync(app.Truth.Of("late_born_5xx"));

        Changes(set).ShouldHaveSingleItem().GetProperty("quantity").GetString().ShouldBe("background_errors");
        Reasons(set, Availability).ShouldContain("drifted");
        Reasons(set, Latency).ShouldNotContain("drifted");
    }

    [TelemetryFact]
    public async Task Seasons_and_ordinary_days_are_no_change()
    {
        Changes(await GetAsync(app.Truth.Of("weekly_seasonality"))).ShouldBeEmpty();

        var ordinary = app.Truth.Services.Where(s => s.Case == "ordinary").ToArray();
        var changed = new List<string>();
        foreach (var service in ordinary)
        {
            if (Changes(await GetAsync(service)).Length > 0) changed.Add(service.ServiceId);
        }

        // Of a hundred services that do not change, one may look as if it did; the month is another one in every hour.
        ordinary.Length.ShouldBeGreaterThan(30);
        changed.Count.ShouldBeLessThanOrEqualTo(ordinary.Length / 10, string.Join(", ", changed));
    }

    [TelemetryFact]
    public async Task Without_traffic_nothing_is_recommended_and_the_reason_is_given()
    {
        var set = await GetAsync(app.Truth.Of("zero_traffic"));

        set.GetProperty("recommendations").GetArrayLength().ShouldBe(0);
        set.GetProperty("data_quality").GetProperty("confidence_note").GetString().ShouldBe("No requests in the last 30 days: nothing can be recommended.");
    }

    [TelemetryFact]
    public async Task Low_traffic_is_noted_and_of_low_confidence()
    {
        var set = await GetAsync(app.Truth.Of("low_traffic"));

        Notes(set).ShouldHaveSingleItem().ShouldMatch("^Low traffic: about 1[0-9.]+ requests an hour, of which a single failed one is [0-9.]+ %; ");
        foreach (int item in new[] { Availability, Latency })
        {
            Reasons(set, item).ShouldContain("low_traffic");
            Item(set, item).GetProperty("confidence").GetProperty("is_low").GetBoolean().ShouldBeTrue();
        }
    }

    [TelemetryFact]
    public async Task A_service_that_never_failed_is_not_promised_never_to_fail()
    {
        var item = Item(await GetAsync(app.Truth.Of("zero_error")), Availability);

        item.GetProperty("achieved").GetDouble().ShouldBe(100);
        foreach (var tier in item.GetProperty("tiers").EnumerateObject())
        {
            tier.Value.GetProperty("target").GetDouble().ShouldBeLessThan(100);
            tier.Value.GetProperty("raw_target").GetDouble().ShouldBeLessThan(100);
            tier.Value.GetProperty("estimated_breach_probability").GetDouble().ShouldBeGreaterThan(0);
        }
    }

    [TelemetryFact]
    public async Task A_total_outage_shows_as_the_incident_that_costs_the_target_most()
    {
        var item = Item(await GetAsync(app.Truth.Of("total_outage")), Availability);

        // Six hours of which nothing was answered.
        var severity = item.GetProperty("explanation").GetProperty("feature_attribution")[0];
        severity.GetProperty("feature").GetString().ShouldBe("incident_severity");
        severity.GetProperty("value").GetDouble().ShouldBeInRange(240, 720);
        severity.GetProperty("phi").GetDouble().ShouldBeLessThan(-1);
        item.GetProperty("tiers").GetProperty("aggressive").GetProperty("historical_breach_share").GetDouble().ShouldBeGreaterThan(0.03);
    }

    private async Task<JsonElement> GetAsync(TrueService service) =>
        (await app.Api.GetAsync(Api.Recommendations(service.ServiceId))).ShouldBe(HttpStatusCode.OK);

    private IEnumerable<string> Truth(TrueService service) => service.Total
        .Select((total, i) => $"{app.Truth.Start.AddHours(i):yyyy-MM-dd'T'HH} {service.Good[i]}/{total}");

    private static JsonElement Item(JsonElement set, int place) => set.GetProperty("recommendations")[place];

    private static JsonElement[] Changes(JsonElement set) => [.. set.GetProperty("data_quality").GetProperty("changes").EnumerateArray()];

    private static string[] Notes(JsonElement set) => [.. set.GetProperty("data_quality").GetProperty("notes").EnumerateArray().Select(n => n.GetString()!)];

    private static string[] Reasons(JsonElement set, int item) =>
        [.. Item(set, item).GetProperty("confidence").GetProperty("reasons").EnumerateArray().Select(r => r.GetProperty("reason").GetString()!)];
}

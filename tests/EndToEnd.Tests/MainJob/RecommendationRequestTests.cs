using System.Net;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.MainJob;

[Collection(MeasuredAppTests.Name)]
public sealed class RecommendationRequestTests(MeasuredApp app)
{
    [TelemetryFact]
    public async Task Asking_again_gives_the_same_bytes()
    {
        var first = await app.Api.GetAsync(Api.Recommendations("payment"));
        var second = await app.Api.GetAsync(Api.Recommendations("payment"));

        first.ShouldBe(HttpStatusCode.OK);
        second.Text.ShouldBe(first.Text);
    }

    [TelemetryFact]
    public async Task Regeneration_gives_a_new_set_that_is_served_from_then_on()
    {
        var first = (await app.Api.GetAsync(Api.Recommendations("cart"))).ShouldBe(HttpStatusCode.OK);
        var forced = await app.Api.GetAsync(Api.Recommendations("cart", "?force_regenerate=true"));
        var after = await app.Api.GetAsync(Api.Recommendations("cart"));

        var set = forced.ShouldBe(HttpStatusCode.OK);
        set.GetProperty("recommendation_id").GetGuid().ShouldNotBe(first.GetProperty("recommendation_id").GetGuid());
        set.GetProperty("recommendations")[0].GetProperty("tiers").GetRawText()
            .ShouldBe(first.GetProperty("recommendations")[0].GetProperty("tiers").GetRawText());
        after.Text.ShouldBe(forced.Text);
    }

    [TelemetryTheory]
    [InlineData("availability", new[] { "availability" })]
    [InlineData("latency", new[] { "latency" })]
    [InlineData("all", new[] { "availability", "latency" })]
    public async Task Only_the_kind_that_is_asked_for_is_shown(string type, string[] expected)
    {
        var whole = (await app.Api.GetAsync(Api.Recommendations("checkout"))).ShouldBe(HttpStatusCode.OK);
        var set = (await app.Api.GetAsync(Api.Recommendations("checkout", $"?sli_type={type}"))).ShouldBe(HttpStatusCode.OK);

        set.GetProperty("recommendations").EnumerateArray().Select(i => i.GetProperty("sli_type").GetString()).ShouldBe(expected);
        set.GetProperty("recommendation_id").GetGuid().ShouldBe(whole.GetProperty("recommendation_id").GetGuid());
    }

    [TelemetryTheory]
    [InlineData(7)]
    [InlineData(365)]
    public async Task The_window_is_as_long_as_asked_for(int days)
    {
        var set = (await app.Api.GetAsync(Api.Recommendations("checkout", $"?lookback_days={days}"))).ShouldBe(HttpStatusCode.OK);

        var window = set.GetProperty("lookback_window");
        (window.GetProperty("end").GetDateTimeOffset() - window.GetProperty("start").GetDateTimeOffset()).ShouldBe(TimeSpan.FromDays(days));
        int measured = set.GetProperty("data_quality").GetProperty("hours_measured").GetInt32();
        set.GetProperty("data_quality").GetProperty("data_completeness").GetDouble().ShouldBe(measured / (days * 24.0), 0.0001);
        set.GetProperty("recommendations").GetArrayLength().ShouldBe(2);
    }

    [TelemetryFact(OnOwnHost = true)]
    public async Task Fifty_who_ask_at_once_are_all_answered_and_leave_one_active_set()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => app.Api.GetAsync(Api.Recommendations("frontend", "?lookback_days=21"))));

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.OK);
        (await app.Database!.ScalarAsync<int>(
            """
            SELECT count(*) FROM slo.recommendation_sets r JOIN slo.services s ON s.id = r.service_id
            WHERE s.service_id = 'frontend' AND r.lookback_days = 21 AND r.status = 'active'
            """)).ShouldBe(1);
        var later = await app.Api.GetAsync(Api.Recommendations("frontend", "?lookback_days=21"));
        answers.Select(a => a.Text).ShouldContain(later.Text);
    }
}

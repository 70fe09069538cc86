using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Recommendations;

[Collection(PlainAppTests.Name)]
public sealed class ColdStartTests(PlainApp app)
{
    [OwnHostTheory]
    [InlineData("gateway", 99.95)]
    [InlineData("backend", 99.9)]
    [InlineData("pipeline", 99.5)]
    [InlineData("external", 99.5)]
    public async Task A_service_that_was_never_measured_gets_what_is_usual_for_its_kind_at_low_confidence(string archetype, double baseline)
    {
        string service = $"cold-{archetype}";
        await app.Api.IngestAsync($$$"""{"source":"manual","nodes":[{"service_id":"{{{service}}}","metadata":{"archetype":"{{{archetype}}}"}}],"edges":[]}""");

        var set = (await app.Api.GetAsync(Api.Recommendations(service))).ShouldBe(HttpStatusCode.OK);

        set.GetProperty("cold_start").GetProperty("archetype").GetString().ShouldBe(archetype);
        set.GetProperty("cold_start").GetProperty("baseline_availability").GetDouble().ShouldBe(baseline);
        set.GetProperty("cold_start").GetProperty("reevaluate_at").ValueKind.ShouldBe(JsonValueKind.Null);
        set.GetProperty("data_quality").GetProperty("confidence_note").GetString()!.ShouldStartWith("Low confidence");
        var availability = set.GetProperty("recommendations")[0];
        availability.GetProperty("confidence").GetProperty("is_low").GetBoolean().ShouldBeTrue();
        foreach (var tier in availability.GetProperty("tiers").EnumerateObject())
        {
            var target = tier.Value.GetProperty("target");
            if (target.ValueKind == JsonValueKind.Number) target.GetDouble().ShouldBeLessThanOrEqualTo(baseline);
        }
    }

    [OwnHostFact]
    public async Task A_young_service_is_held_at_its_baseline_and_looked_at_again_when_30_days_exist()
    {
        await app.Api.IngestAsync("""{"source":"manual","nodes":[{"service_id":"cold-young","metadata":{}}],"edges":[]}""");
        await KnownHistory.ObserveAsync(app, "cold-young", 0.999999);

        var set = (await app.Api.GetAsync(Api.Recommendations("cold-young"))).ShouldBe(HttpStatusCode.OK);

        var cold = set.GetProperty("cold_start");
        cold.GetProperty("days_of_data").GetDouble().ShouldBeInRange(3, 5);
        (cold.GetProperty("reevaluate_at").GetDateTimeOffset() - set.GetProperty("generated_at").GetDateTimeOffset()).TotalDays.ShouldBeInRange(25, 27);
        var reasons = set.GetProperty("recommendations")[0].GetProperty("confidence").GetProperty("reasons").EnumerateArray();
        reasons.Select(r => r.GetProperty("reason").GetString()).ShouldContain("short_history");
    }
}

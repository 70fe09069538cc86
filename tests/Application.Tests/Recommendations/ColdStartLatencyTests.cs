using System.Text.Json;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Tests.Recommendations;

/// <summary>The latency of services that have not shown 30 days of themselves.</summary>
public sealed class ColdStartLatencyTests
{
    private const string Held = "Held at what is usual for services of this kind until 30 days of data exist.";

    [Theory]
    [InlineData(Archetype.Gateway, 200)]
    [InlineData(Archetype.Backend, 500)]
    [InlineData(Archetype.External, 2000)]
    public async Task Without_any_data_the_balanced_target_is_what_is_usual(Archetype archetype, double expected)
    {
        var shop = await Shop.OpenAsync();
        shop.Engine.Profiles.Classify("silent", archetype);

        var latency = await LatencyAsync(shop, "silent");

        var tiers = latency!.Value.GetProperty("tiers");
        tiers.GetProperty("balanced").Number("target_ms").ShouldBe(expected);
        tiers.GetProperty("balanced").Names("notes").ShouldHaveSingleItem().ShouldStartWith("The histogram's boundaries are not known yet");
        foreach (string other in new[] { "conservative", "aggressive" })
        {
            tiers.GetProperty(other).GetProperty("target_ms").ValueKind.ShouldBe(JsonValueKind.Null);
            tiers.GetProperty(other).Names("notes").ShouldHaveSingleItem();
        }

        latency.Value.GetProperty("confidence").GetProperty("is_low").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_waits_for_a_pipeline()
    {
        var shop = await Shop.OpenAsync();
        shop.Engine.Profiles.Classify("silent", Archetype.Pipeline);

        (await LatencyAsync(shop, "silent")).ShouldBeNull();
    }

    [Fact]
    public async Task A_history_read_literally_says_nothing_that_was_not_measured()
    {
        var shop = await Shop.OpenAsync();

        (await LatencyAsync(shop, "silent", RecommendationMethod.HistoricalPercentile)).ShouldBeNull();
    }

    [Fact]
    public async Task A_service_that_nobody_calls_gets_no_target()
    {
        var shop = await Shop.OpenAsync();
        await shop.Telemetry.StoreAsync([At("short", 10, new SliCounts(0, 0), null)], CancellationToken.None);
        await shop.Telemetry.StoreAsync([.. Enumerable.Range(1, 20).Select(i => At("short", i, new SliCounts(0, 0), null))], CancellationToken.None);

        (await LatencyAsync(shop, "short")).ShouldBeNull();
    }

    [Fact]
    public async Task A_young_service_promises_no_less_than_what_is_usual()
    {
        var shop = await Shop.OpenAsync();
        await shop.Telemetry.StoreAsync([.. Enumerable.Range(1, 240).Select(i => Fast(i))], CancellationToken.None);

        var tiers = (await LatencyAsync(shop, "short"))!.Value.GetProperty("tiers");

        // Almost all requests are within 50 ms; usual for a backend are 500 ms.
        tiers.GetProperty("balanced").Number("target_ms").ShouldBe(500);
        tiers.GetProperty("conservative").Number("target_ms").ShouldBe(500);
        tiers.GetProperty("balanced").Names("notes").ShouldContain(Held);
        tiers.GetProperty("balanced").Number("raw_target_ms").ShouldBeLessThan(60);
        tiers.GetProperty("aggressive").Number("target_ms").ShouldBe(50);
    }

    private static ServiceHour Fast(int hoursAgo) => At(
        "short", hoursAgo, new SliCounts(100_000, 100_000), new LatencyHistogram([0.05, 0.1, 0.5, 1], [99_990, 99_999, 100_000, 100_000, 100_000]));

    private static ServiceHour At(string service, int hoursAgo, SliCounts counts, LatencyHistogram? latency) =>
        new(ServiceId.Of(service), new HourlySli(Shop.Through.AddHours(-hoursAgo), counts, latency, null));

    private static async Task<JsonElement?> LatencyAsync(Shop shop, string service, RecommendationMethod method = RecommendationMethod.Predictive) =>
        JsonSerializer.Deserialize<JsonElement>(await shop.GenerateAsync(service, method: method)).Items("recommendations")
            .Where(i => i.Text("sli_type") == "latency").Select(i => (JsonElement?)i).FirstOrDefault();
}

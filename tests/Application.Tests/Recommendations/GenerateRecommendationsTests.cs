using System.Text.Json;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Application.Telemetry;
using SloFunctions.Application.Tests.Golden;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Tests.Recommendations;

public sealed class GenerateRecommendationsTests
{
    private static readonly string[] Precise = ["feature_attribution", "attribution_basis", "counterfactuals"];

    [Fact]
    public async Task The_document_is_the_published_one()
    {
        var shop = await Shop.OpenAsync();

        (await shop.GenerateAsync("checkout")).ShouldMatchGolden("checkout.json");
    }

    [Fact]
    public async Task The_baseline_is_published_in_the_same_form()
    {
        var shop = await Shop.OpenAsync();

        (await shop.GenerateAsync("checkout", method: RecommendationMethod.HistoricalPercentile)).ShouldMatchGolden("checkout-historical.json");
    }

    [Fact]
    public async Task A_service_without_telemetry_gets_what_is_usual_for_its_kind()
    {
        var shop = await Shop.OpenAsync();

        (await shop.GenerateAsync("silent", 7)).ShouldMatchGolden("silent.json");
    }

    [Fact]
    public async Task The_same_input_gives_the_same_bytes()
    {
        string first = await (await Shop.OpenAsync()).GenerateAsync("checkout");

        (await (await Shop.OpenAsync()).GenerateAsync("checkout")).ShouldBe(first);
    }

    [Fact]
    public async Task The_document_is_stored_as_it_is_answered()
    {
        var shop = await Shop.OpenAsync();

        string json = await shop.GenerateAsync("checkout");

        var saved = shop.Store.Saved.ShouldHaveSingleItem();
        JsonSerializer.Serialize(saved, PublishedJson.Options).ShouldBe(json);
        saved.Stale.ShouldBeFalse();
        saved.Recommendations.Select(r => r.Id).Append(saved.RecommendationId).ShouldBeUnique();
    }

    [Fact]
    public async Task Times_end_in_Z_and_percentages_have_at_most_six_decimals()
    {
        string json = await (await Shop.OpenAsync()).GenerateAsync("checkout");

        var leaves = Leaves(JsonSerializer.Deserialize<JsonElement>(json)).ToArray();
        var times = leaves.Where(l => l.ValueKind == JsonValueKind.String && l.TryGetDateTimeOffset(out _)).Select(l => l.GetString()!).ToArray();
        times.Length.ShouldBe(6);
        times.ShouldAllBe(time => time.EndsWith('Z'));
        leaves.Where(l => l.ValueKind == JsonValueKind.Number).Select(l => l.GetDecimal()).ShouldAllBe(number => number == Math.Round(number, 6));
    }

    [Fact]
    public async Task The_window_ends_with_the_last_stored_hour_while_the_lag_is_tolerable()
    {
        var shop = await Shop.OpenAsync();
        shop.Clock.Advance(TimeSpan.FromHours(23));

        (await WindowAsync(shop)).End.ShouldBe(Shop.Through);
    }

    [Fact]
    public async Task A_longer_lag_shows_as_a_gap()
    {
        var shop = await Shop.OpenAsync();
        shop.Clock.Advance(TimeSpan.FromHours(25));

        (await WindowAsync(shop)).End.ShouldBe(Shop.Through.AddHours(25));
        shop.Store.Saved[0].DataQuality.TelemetryGaps[^1].Hours.ShouldBe(25);
    }

    [Fact]
    public async Task Too_little_history_for_a_day_is_said()
    {
        var shop = await Shop.OpenAsync();

        await shop.GenerateAsync("short", method: RecommendationMethod.HistoricalPercentile);

        var document = shop.Store.Saved[0];
        document.Recommendations.ShouldBeEmpty();
        document.DataQuality.ConfidenceNote.ShouldBe("Too few hours in the last 30 days are measured for a day with traffic: no availability can be recommended.");
    }

    [Fact]
    public async Task What_was_wrong_with_the_telemetry_is_said_with_its_hours()
    {
        var shop = await Shop.OpenAsync();
        var hour = Shop.Through.AddHours(-1);
        ServiceHour Bad(int back, TelemetryDefects defects) =>
            new(ServiceId.Of("checkout"), new HourlySli(hour.AddHours(-back), new SliCounts(1, 1), null, null, defects));
        await shop.Telemetry.StoreAsync(
            [
                new(ServiceId.Of("checkout"), HourlySli.Unknown(hour)),
                .. Enum.GetValues<TelemetryDefects>().Where(d => d > TelemetryDefects.RequestsNotANumber).SelectMany((d, i) => new[] { Bad(1 + (2 * i), d), Bad(2 + (2 * i), d) }),
            ],
            CancellationToken.None);

        await shop.GenerateAsync("checkout");

        var quality = shop.Store.Saved[0].DataQuality;
        quality.Notes.ShouldBe(
        [
            "1 hour had request counters that were NaN, infinite or beyond belief, and are left out.",
            "2 hours had latency buckets that were NaN, infinite or beyond belief; their latency is left out.",
            "2 hours had latency buckets without the +Inf bucket; their latency is left out.",
            "2 hours had latency buckets that held less than smaller ones; their latency is left out.",
            "2 hours had instances with different latency buckets, which cannot be added; their latency is left out.",
            "2 hours had more durations than requests; their latency is left out.",
            "2 hours had more than 200 latency buckets; their latency is left out.",
        ]);
        quality.TelemetryGaps[^1].ShouldBe(new GapDocument(hour, hour.AddHours(1), 1));
    }

    private static IEnumerable<JsonElement> Leaves(JsonElement element) => element.ValueKind switch
    {
        // Features are shown as precisely as a computation of one's own needs them.
        JsonValueKind.Object => element.EnumerateObject().Where(p => !Precise.Contains(p.Name)).SelectMany(p => Leaves(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Leaves),
        _ => [element],
    };

    private static async Task<WindowDocument> WindowAsync(Shop shop)
    {
        await shop.GenerateAsync("checkout");
        var window = shop.Store.Saved[0].LookbackWindow;
        (window.End - window.Start).ShouldBe(TimeSpan.FromDays(30));
        return window;
    }
}

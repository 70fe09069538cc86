using System.Text.Json;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Tests.Recommendations;

/// <summary>A service that is no longer the one its window tells of is published as such, and trusted less for it.</summary>
public sealed class LastingChangeTests
{
    private const int Hours = 720;
    private const int Changed = 480;

    [Fact]
    public async Task A_latency_step_is_stated_with_its_day_and_size_and_lowers_the_confidence_in_latency()
    {
        var document = await RecommendAsync(i => i < Changed ? 1 : 1.5, _ => 1);

        var changes = document.GetProperty("data_quality").Items("changes");
        changes.Select(c => (c.Text("quantity"), c.Text("shape"))).ShouldBe([("typical_latency", "step"), ("tail_latency", "step")]);
        foreach (var change in changes)
        {
            change.GetProperty("since").GetDateTimeOffset().ShouldBe(Shop.Through.AddHours(Changed - Hours), TimeSpan.FromDays(1));
            change.Number("ratio").ShouldBe(1.5, 0.1);
        }

        string[] notes = document.GetProperty("data_quality").Names("notes");
        notes.Length.ShouldBe(2);
        notes[0].ShouldMatch(
            "^The typical latency of payment rose by [45][0-9] % around 2026-03-2[12] and stayed; figures over the whole window describe neither what was nor what is.$");
        notes[1].ShouldStartWith("The tail latency of payment rose by ");
        Reasons(document, 0).ShouldNotContain("drifted");
        Reasons(document, 1).ShouldBe(["drifted"]);
    }

    [Fact]
    public async Task A_change_of_errors_lowers_the_confidence_in_availability()
    {
        var document = await RecommendAsync(_ => 1, i => i < Changed ? 1 : 6);

        document.GetProperty("data_quality").Items("changes").ShouldHaveSingleItem().Text("quantity").ShouldBe("background_errors");
        document.GetProperty("data_quality").Names("notes").ShouldHaveSingleItem().ShouldStartWith("The error rate outside incidents of payment rose to 6 times its level around ");
        Reasons(document, 0).ShouldContain("drifted");
        Reasons(document, 1).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_slow_fall_is_a_ramp()
    {
        var document = await RecommendAsync(i => 1 - (0.4 * i / Hours), _ => 1);

        var quality = document.GetProperty("data_quality");
        quality.Items("changes").ShouldAllBe(c => c.Text("shape") == "ramp" && c.Number("ratio") < 0.75);
        quality.Names("notes")[0].ShouldMatch("^The typical latency of payment fell by [34][0-9] % little by little since 2026-03-0[12]; figures over the whole window lag behind what is.$");
    }

    [Fact]
    public async Task A_steady_service_has_none()
    {
        var document = await RecommendAsync(_ => 1, _ => 1);

        document.GetProperty("data_quality").Items("changes").ShouldBeEmpty();
        document.GetProperty("data_quality").Names("notes").ShouldBeEmpty();
        Reasons(document, 1).ShouldBeEmpty();
    }

    private static string[] Reasons(JsonElement document, int item) =>
        [.. document.Items("recommendations")[item].GetProperty("confidence").Items("reasons").Select(r => r.Text("reason")!)];

    private static async Task<JsonElement> RecommendAsync(Func<int, double> latency, Func<int, double> errors)
    {
        var shop = await Shop.OpenAsync();
        await shop.Telemetry.StoreAsync([.. Enumerable.Range(0, Hours).Select(i => Hour(i, latency(i), errors(i)))], CancellationToken.None);
        return JsonSerializer.Deserialize<JsonElement>(await shop.GenerateAsync("payment"));
    }

    private static ServiceHour Hour(int i, double latency, double errors)
    {
        double[] bounds = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];
        long total = 50_000 + (2_000 * (i % 24));
        long bad = (long)(total * 0.001 * errors);
        long[] counts = [.. bounds.Select(b => (long)(total / (1 + Math.Pow(0.08 * latency / b, 3)))), total];
        return new ServiceHour(
            ServiceId.Of("payment"), new HourlySli(Shop.Through.AddHours(i - Hours), new SliCounts(total - bad, total), new LatencyHistogram(bounds, counts), 10));
    }
}

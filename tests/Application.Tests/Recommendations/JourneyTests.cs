using System.Text.Json;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Tests.Recommendations;

/// <summary>What traces show of journeys stands beside the latency targets, which keep to the histogram.</summary>
public sealed class JourneyTests
{
    private static readonly JourneyLatency Slow = new([new(0.95, 0.41), new(0.99, 0.585, IsAtLeast: true)], 812);

    [Fact]
    public async Task Journeys_are_published_with_where_they_come_from()
    {
        var explanation = await ExplainAsync(Slow);

        explanation.GetProperty("journey").GetRawText().ShouldBe(
            """{"p95_ms":410,"p99_ms":585,"p999_ms":null,"source":"sampled_traces","window_days":7,"sampled_traces":812}""");
        explanation.Text("note")!.ShouldEndWith("Beside it stands what traces of the last 7 days show; targets keep to the histogram, by which the SLO is measured.");
    }

    [Fact]
    public async Task Callers_that_wait_longer_than_the_service_knows_are_a_note()
    {
        var explanation = await ExplainAsync(Slow);

        explanation.Names("notes").ShouldBe(
        [
            "Callers wait longer than this service measures itself: traces show a p99 of 585 ms, 30 % above the histogram's 450 ms.",
            "Some durations lie beyond what the traces tell: their percentiles are at least what is shown.",
        ]);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.49)]
    public async Task A_journey_that_takes_about_as_long_is_none(double p99)
    {
        var explanation = await ExplainAsync(new JourneyLatency([new(0.99, p99)], null));

        explanation.Names("notes").ShouldBeEmpty();
        explanation.GetProperty("journey").Text("source").ShouldBe("all_spans");
    }

    [Fact]
    public async Task Targets_keep_to_the_histogram()
    {
        var shop = await Shop.OpenAsync();
        string without = TiersOf(await shop.GenerateAsync("checkout"));

        shop.Engine.Journeys.Answer = _ => Task.FromResult<Reading<JourneyLatency>>(Slow);

        TiersOf(await shop.GenerateAsync("checkout")).ShouldBe(without);
    }

    [Fact]
    public async Task Why_there_are_none_is_said()
    {
        var shop = await Shop.OpenAsync();
        shop.Engine.Journeys.Answer = _ => Task.FromResult(Reading<JourneyLatency>.None("The trace store holds too few traces that begin with the service."));

        var explanation = Explanation(await shop.GenerateAsync("checkout"));

        explanation.GetProperty("journey").ValueKind.ShouldBe(JsonValueKind.Null);
        explanation.Text("note")!.ShouldEndWith("percentiles of dependencies are never added up. The trace store holds too few traces that begin with the service.");
    }

    [Theory]
    [InlineData(30, 7)]
    [InlineData(7, 7)]
    public async Task At_most_a_week_is_asked_about(int lookback, int days)
    {
        var shop = await Shop.OpenAsync();

        await shop.GenerateAsync("checkout", lookback);

        shop.Engine.Journeys.Asked.ShouldHaveSingleItem().ShouldBe((ServiceId.Of("checkout"), TimeSpan.FromDays(days)));
    }

    [Fact]
    public async Task A_trace_store_that_takes_too_long_is_done_without()
    {
        var shop = await Shop.OpenAsync();
        shop.Engine.Journeys.Answer = NeverAsync;

        var generated = shop.GenerateAsync("checkout");
        while (shop.Engine.Journeys.Asked.Count == 0) await Task.Yield();
        shop.Clock.Advance(TimeSpan.FromSeconds(3));

        Explanation(await generated).Text("note")!.ShouldEndWith("The trace store does not answer in time. The latency histogram is used.");
    }

    [Fact]
    public async Task Who_does_not_wait_any_longer_ends_the_question_too()
    {
        var shop = await Shop.OpenAsync();
        shop.Engine.Journeys.Answer = NeverAsync;
        using var caller = new CancellationTokenSource();

        var generated = shop.Engine.Generator().GenerateAsync(ServiceId.Of("checkout"), 30, Domain.Recommendations.RecommendationMethod.Predictive, caller.Token);
        while (shop.Engine.Journeys.Asked.Count == 0) await Task.Yield();
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => generated);
        shop.Store.Saved.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_replay_does_not_ask_again()
    {
        var shop = await Shop.OpenAsync();
        shop.Engine.Journeys.Answer = _ => Task.FromResult<Reading<JourneyLatency>>(Slow);
        await shop.GenerateAsync("checkout");
        shop.Engine.Journeys.Answer = _ => throw new InvalidOperationException("Asked again.");

        var replayed = await shop.Engine.Replay().HandleAsync(
            new(ServiceId.Of("checkout"), shop.Store.Saved[0].RecommendationId), CancellationToken.None);

        replayed.Value!.IsIdentical.ShouldBeTrue();
    }

    private static async Task<Reading<JourneyLatency>> NeverAsync(CancellationToken cancellation)
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        throw new InvalidOperationException("An endless wait has ended.");
    }

    private static async Task<JsonElement> ExplainAsync(JourneyLatency journey)
    {
        var shop = await Shop.OpenAsync();
        shop.Engine.Journeys.Answer = _ => Task.FromResult<Reading<JourneyLatency>>(journey);
        return Explanation(await shop.GenerateAsync("checkout"));
    }

    private static JsonElement Explanation(string json) => Latency(json).GetProperty("explanation");

    private static string TiersOf(string json) => Latency(json).GetProperty("tiers").GetRawText();

    private static JsonElement Latency(string json) => JsonSerializer.Deserialize<JsonElement>(json).Items("recommendations")[1];
}

using System.Text;
using SloFunctions.Application.Recommendations;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Prediction;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Tests.Recommendations;

public sealed class ReplayTests
{
    [Theory]
    [InlineData("checkout", RecommendationMethod.Predictive, 30)]
    [InlineData("checkout", RecommendationMethod.HistoricalPercentile, 30)]
    [InlineData("payment", RecommendationMethod.Predictive, 7)]
    [InlineData("short", RecommendationMethod.Predictive, 30)]
    [InlineData("silent", RecommendationMethod.Predictive, 90)]
    public async Task A_recommendation_is_computed_again_byte_for_byte(string service, RecommendationMethod method, int days)
    {
        var shop = await Shop.OpenAsync();
        shop.Store.Register("short");
        string first = await shop.GenerateAsync(service, days, method);

        var replayed = await ReplayAsync(shop, service);

        Encoding.UTF8.GetString(replayed.Json.Span).ShouldBe(first);
        replayed.IsIdentical.ShouldBeTrue();
        (replayed.StoredEngineVersion, replayed.EngineVersion).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Nothing_that_happens_later_changes_a_replay()
    {
        var shop = await Shop.OpenAsync();
        await shop.GenerateAsync("checkout");

        await shop.IngestAsync("""{"source":"manual","edges":[{"source":"checkout","target":"short"}]}""");
        shop.Slos.Activate("payment", 0.9);
        await shop.Engine.Priors.SaveAsync(new(Shop.Through, new FleetPriorFit(new FleetArchetype { RatePerDay = 1 }).ToPrior()), CancellationToken.None);
        await shop.Telemetry.StoreAsync(
            [new(ServiceId.Of("checkout"), new HourlySli(Shop.Through.AddHours(-10), new SliCounts(0, 90_000), null, null))], CancellationToken.None);
        shop.Clock.Advance(TimeSpan.FromDays(40));

        (await ReplayAsync(shop, "checkout")).IsIdentical.ShouldBeTrue();
    }

    [Fact]
    public async Task A_set_of_another_service_is_not_found()
    {
        var shop = await Shop.OpenAsync();
        await shop.GenerateAsync("checkout");

        var result = await shop.Engine.Replay().HandleAsync(new ReplayQuery(ServiceId.Of("payment"), shop.Store.Saved[0].RecommendationId), CancellationToken.None);

        result.Error!.Code.ShouldBe("recommendation-not-found");
    }

    [Fact]
    public async Task Evidence_that_is_not_kept_any_more_is_a_conflict()
    {
        var shop = await Shop.OpenAsync();
        await shop.GenerateAsync("checkout");
        shop.Engine.Evidence.Clear();

        var result = await shop.Engine.Replay().HandleAsync(new ReplayQuery(ServiceId.Of("checkout"), shop.Store.Saved[0].RecommendationId), CancellationToken.None);

        result.Error!.Code.ShouldBe("evidence-not-kept");
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("{00000000-0000-0000-0000-000000000000}")]
    public void An_id_is_a_UUID(string id) =>
        ReplayQuery.Parse("checkout", id).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("recommendation_id");

    [Fact]
    public async Task Sets_of_the_same_hour_share_their_fleet_evidence()
    {
        var shop = await Shop.OpenAsync();

        await shop.GenerateAsync("checkout");
        await shop.GenerateAsync("payment");

        shop.Engine.Evidence.Count.ShouldBe(1);
        shop.Store.Saved.Select(s => s.Provenance!.FleetEvidenceId).Distinct().ShouldHaveSingleItem();
    }

    private static async Task<ReplayedRecommendation> ReplayAsync(Shop shop, string service) =>
        (await shop.Engine.Replay().HandleAsync(new ReplayQuery(ServiceId.Of(service), shop.Store.Saved[^1].RecommendationId), CancellationToken.None)).Value!;
}

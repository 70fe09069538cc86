using System.Text.Json;

namespace SloFunctions.Application.Tests.Recommendations;

public sealed class GetRecommendationsTests
{
    [Fact]
    public async Task An_unknown_service_is_not_found_even_while_the_metric_store_is_down()
    {
        var shop = await Shop.OpenAsync();

        (await shop.GetAsync(service: "unknown")).ShouldBe("service-not-found");
        shop.Health.IsReachable = false;
        (await shop.GetAsync(service: "unknown")).ShouldBe("service-not-found");
        shop.Store.Saved.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stored_recommendation_is_served_until_it_expires()
    {
        var shop = await Shop.OpenAsync();
        string first = await shop.GetAsync();

        shop.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromTicks(1));
        (await shop.GetAsync()).ShouldBe(first);

        shop.Clock.Advance(TimeSpan.FromTicks(1));
        (await shop.GetAsync()).ShouldNotBe(first);
        shop.Store.Saved.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_forced_request_computes_anew()
    {
        var shop = await Shop.OpenAsync();
        string first = await shop.GetAsync();

        string second = await shop.GetAsync(force: "true");

        second.ShouldNotBe(first);
        (await shop.GetAsync()).ShouldBe(second);
    }

    [Theory]
    [InlineData(0, "false")]
    [InlineData(0, "true")]
    [InlineData(48, "false")]
    public async Task While_the_metric_store_is_down_the_stored_one_is_served_as_stale(int hoursLater, string force)
    {
        var shop = await Shop.OpenAsync();
        string first = await shop.GetAsync();
        shop.Health.IsReachable = false;
        shop.Clock.Advance(TimeSpan.FromHours(hoursLater));

        string stale = await shop.GetAsync(force: force);

        stale.ShouldBe(first.Replace("\"stale\":false", "\"stale\":true", StringComparison.Ordinal));
        shop.Store.Saved.ShouldHaveSingleItem();
        shop.Health.IsReachable = true;
        Root(await shop.GetAsync(force: "true")).GetProperty("stale").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task With_nothing_stored_and_the_metric_store_down_the_stored_hours_are_used_and_the_answer_is_stale()
    {
        var shop = await Shop.OpenAsync();
        shop.Health.IsReachable = false;

        var root = Root(await shop.GetAsync());

        root.GetProperty("stale").GetBoolean().ShouldBeTrue();
        root.GetProperty("recommendations").GetArrayLength().ShouldBe(2);
        shop.Store.Saved.ShouldHaveSingleItem().Stale.ShouldBeFalse();
    }

    [Theory]
    [InlineData("availability")]
    [InlineData("latency")]
    public async Task One_SLI_is_picked_out_of_the_same_set(string sliType)
    {
        var shop = await Shop.OpenAsync();
        var all = Root(await shop.GetAsync());

        var one = Root(await shop.GetAsync(sliType));

        one.GetProperty("recommendation_id").GetGuid().ShouldBe(all.GetProperty("recommendation_id").GetGuid());
        var item = one.GetProperty("recommendations").EnumerateArray().ShouldHaveSingleItem();
        item.GetRawText().ShouldBe(all.GetProperty("recommendations").EnumerateArray()
            .Single(i => i.GetProperty("sli_type").GetString() == sliType).GetRawText());
        shop.Store.Saved.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_SLI_that_is_not_measured_leaves_the_set_empty()
    {
        var shop = await Shop.OpenAsync();

        Root(await shop.GetAsync("latency", service: "payment")).GetProperty("recommendations").GetArrayLength().ShouldBe(0);
    }

    private static JsonElement Root(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}

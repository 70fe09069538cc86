using System.Text.Json;
using static SloFunctions.Application.Tests.Recommendations.KnownServices;

namespace SloFunctions.Application.Tests.Recommendations;

public sealed class DesiredTargetTests
{
    [Fact]
    public async Task A_target_above_what_the_dependencies_allow_is_unachievable()
    {
        var desired = await DesiredAsync(await OfAsync("shop:0.997 payment:0.9985 stock:0.9995", $"{Chain("shop>payment")},{Chain("shop>stock")}"), "99.99");

        desired.Number("target").ShouldBe(99.99);
        desired.GetProperty("achievable").GetBoolean().ShouldBeFalse();
        var warning = desired.Items("warnings").ShouldHaveSingleItem();
        warning.Text("code").ShouldBe("unachievable");
        warning.Text("message").ShouldBe("The desired target of 99.99% is unachievable. Composite availability bound is 99.7% given current dependency chain.");
        warning.Names("suggestions")[0].ShouldBe("To achieve 99.99%, each critical dependency must be at least 99.999% (Google's 10x rule)");
        desired.Number("ten_x_rule").ShouldBe(99.999);
        desired.Number("critical_dependencies").ShouldBe(2);
        desired.Number("composite_availability_bound").ShouldBe(99.7);
        desired.Number("dependency_ceiling").ShouldBe(99.800075);
    }

    [Fact]
    public async Task Between_bound_and_ceiling_the_service_itself_has_to_improve()
    {
        var desired = await DesiredAsync(await OfAsync("shop:0.997 stock:0.9995", Chain("shop>stock")), "99.9");

        desired.GetProperty("achievable").GetBoolean().ShouldBeTrue();
        desired.Items("warnings").Select(w => w.Text("code")).ShouldBe(["needs_own_improvement"]);
        desired.GetProperty("equal_share_per_dependency").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Above_what_dependencies_promise_they_deliver_more_than_they_promise()
    {
        var services = await OfAsync("shop:0.999 stock:0.9995", Chain("shop>stock"));
        services.Slos.Activate("stock", 0.99);

        var desired = await DesiredAsync(services, "99.5");

        desired.GetProperty("achievable").GetBoolean().ShouldBeTrue();
        desired.Items("warnings").ShouldHaveSingleItem().Text("message").ShouldBe(
            "The desired target of 99.5% is kept at present, but your dependencies deliver more than they promise.");
    }

    [Fact]
    public async Task A_target_that_is_kept_gets_its_equal_share_and_no_warning()
    {
        var desired = await DesiredAsync(await OfAsync("shop:0.9985 stock:0.9995", Chain("shop>stock")), "99");

        desired.GetProperty("achievable").GetBoolean().ShouldBeTrue();
        desired.Items("warnings").ShouldBeEmpty();
        double self = 0.9985 / 0.9995;
        desired.Number("equal_share_per_dependency").ShouldBe((1 - (0.99 / self)) * 100, 1e-5);
    }

    [Fact]
    public async Task A_target_that_is_kept_by_hiding_failures_relies_on_it()
    {
        var desired = await DesiredAsync(await OfAsync("shop:0.999 stock:0.99", Chain("shop>stock")), "99.9");

        desired.GetProperty("achievable").GetBoolean().ShouldBeTrue();
        desired.Items("warnings").Select(w => w.Text("code")).ShouldBe(["relies_on_masking"]);
    }

    [Fact]
    public async Task Without_telemetry_there_is_nothing_to_judge_by()
    {
        var shop = await Shop.OpenAsync();

        var desired = JsonSerializer.Deserialize<JsonElement>(await shop.GetAsync(service: "silent", desired: "99.9")).GetProperty("desired_target");

        desired.GetProperty("achievable").ValueKind.ShouldBe(JsonValueKind.Null);
        desired.Number("ten_x_rule").ShouldBe(99.99);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("availability")]
    [InlineData("latency")]
    public async Task What_is_cached_stays_as_it_was(string? sliType)
    {
        var shop = await Shop.OpenAsync();
        string before = await shop.GetAsync(sliType);
        before.ShouldNotContain("desired_target");

        var first = JsonSerializer.Deserialize<JsonElement>(await shop.GetAsync(sliType, desired: "99.9"));
        var second = JsonSerializer.Deserialize<JsonElement>(await shop.GetAsync(sliType, desired: "99.99"));

        first.GetProperty("desired_target").Items("warnings").Select(w => w.Text("code")).ShouldBeEmpty();
        second.GetProperty("desired_target").Items("warnings").Select(w => w.Text("code")).ShouldBe(["unachievable"]);
        second.GetProperty("recommendation_id").GetGuid().ShouldBe(first.GetProperty("recommendation_id").GetGuid());
        (await shop.GetAsync(sliType)).ShouldBe(before);
        shop.Store.Saved.ShouldHaveSingleItem().DesiredTarget.ShouldBeNull();
    }

    private static async Task<JsonElement> DesiredAsync(KnownServices services, string desired) =>
        (await services.RecommendAsync("shop", desired)).GetProperty("desired_target");
}

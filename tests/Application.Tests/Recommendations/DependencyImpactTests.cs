using System.Text.Json;
using static SloFunctions.Application.Tests.Recommendations.KnownServices;

namespace SloFunctions.Application.Tests.Recommendations;

public sealed class DependencyImpactTests
{
    private const double Published = 1e-6;

    [Fact]
    public async Task The_bound_is_the_product_over_distinct_services()
    {
        var services = await OfAsync("shop:0.996403849 payment:0.999 bank:0.9995 stock:0.998", $"{Chain("shop>payment")},{Chain("shop>bank")},{Chain("shop>stock")}");

        var impact = await services.ImpactAsync("shop");

        impact.Number("composite_availability_bound").ShouldBe(99.6403849, Published);
        impact.Number("self_availability").ShouldBe(99.99, Published);
        impact.Number("dependency_ceiling").ShouldBe(99.6503502, Published);
        impact.Text("method").ShouldBe("exact");
        impact.Text("basis").ShouldBe("observed");
        impact.Numbers("composite_interval").ShouldAllBe(end => Math.Abs(end - 99.6403849) < Published);
        impact.Numbers("frechet_interval")[0].ShouldBe(99.64, Published);
        impact.Numbers("frechet_interval")[1].ShouldBe(99.8, Published);
        impact.Text("bottleneck_service").ShouldBe("stock");
        impact.Items("contributions").Select(c => c.Text("service_id")).ShouldBe(["stock", "payment", "bank", "shop"]);
        impact.Items("contributions")[0].Number("share_of_unavailability").ShouldBe(0.55527, 1e-4);
        impact.Names("single_points_of_failure").ShouldBe(["bank", "payment", "stock"]);
        impact.GetProperty("all_up").ValueKind.ShouldBe(JsonValueKind.Null);
        impact.Items("notes").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_observed_is_taken_from_promises_and_SLOs()
    {
        var services = await OfAsync("shop:0.995", $"{Chain("shop>bank")},{Chain("shop>stock")}", External("bank", 99.99));
        services.Slos.Activate("stock", 0.998);

        var impact = await services.ImpactAsync("shop");

        impact.Number("dependency_ceiling").ShouldBe(99.89 * 0.998, Published);
        impact.Number("composite_availability_bound").ShouldBe(99.5, Published);
        impact.Items("contributions").Select(c => $"{c.Text("service_id")} {c.Text("basis")} {c.Number("availability_used")}")
            .ShouldBe(["stock slo_target 99.8", "shop observed 99.809189", "bank published_sla 99.89"]);
        impact.Number("committed_bound").ShouldBe(99.5, Published);
    }

    [Fact]
    public async Task Alternatives_only_fail_together()
    {
        var services = await OfAsync("shop:0.999 a:0.99 b:0.98", $"{Edge("shop", "a", "caches")},{Edge("shop", "b", "caches")}");

        var impact = await services.ImpactAsync("shop");

        impact.Number("dependency_ceiling").ShouldBe(99.98, Published);
        impact.Names("single_points_of_failure").ShouldBeEmpty();
        var group = impact.Items("redundancy_groups").ShouldHaveSingleItem();
        (group.Text("service_id"), group.Text("group")).ShouldBe(("shop", "caches"));
        group.Names("members").ShouldBe(["a", "b"]);
        impact.Text("bottleneck_contribution").ShouldBe("a is available 99% and costs 0.019984 percentage points, 20% of the error budget at 99.9%.");
    }

    [Fact]
    public async Task A_cycle_counts_as_its_weakest_member_with_the_other_reading_beside_it()
    {
        var services = await OfAsync("shop:0.98 a:0.995 b:0.99", $"{Chain("shop>a>b>a")}");

        var impact = await services.ImpactAsync("shop");

        impact.Number("dependency_ceiling").ShouldBe(99, Published);
        impact.Number("composite_availability_bound").ShouldBe(98, Published);
        impact.Number("all_up").ShouldBe(98 * 0.995, Published);
        var cycle = impact.Items("circular_dependencies").ShouldHaveSingleItem();
        cycle.Names("members").ShouldBe(["a", "b"]);
        (cycle.Text("weakest_member"), cycle.Number("availability_used")).ShouldBe(("b", 99));
        impact.Names("notes").ShouldHaveSingleItem().ShouldStartWith("Services that need each other count as one");
    }

    [Fact]
    public async Task A_provider_that_consumes_more_than_30_percent_of_the_error_budget_is_a_high_risk()
    {
        var services = await OfAsync("shop:0.9985", $"{Chain("shop>bank")},{Chain("shop>mail")}", $"{External("bank", 99.99)},{External("mail", 100)}");

        var impact = await services.ImpactAsync("shop");

        (impact.Number("error_budget_target"), impact.Text("error_budget_target_source")).ShouldBe((99.8, "balanced_tier"));
        impact.Items("external_dependencies").Select(Provider).ShouldBe(["bank 99.89 published_sla 0.55 True", "mail 99.9 published_sla 0.5 True"]);
        impact.Names("notes")[0].ShouldBe("High dependency risk: bank consumes 55% of the error budget at 99.8%.");
    }

    [Fact]
    public async Task The_budget_of_an_active_SLO_comes_before_the_one_that_is_proposed()
    {
        var services = await OfAsync("shop:0.9985 bank:0.9988", Chain("shop>bank"), External("bank", 99.99));
        services.Slos.Activate("shop", 0.996);

        var impact = await services.ImpactAsync("shop");

        (impact.Number("error_budget_target"), impact.Text("error_budget_target_source")).ShouldBe((99.6, "active_slo"));
        impact.Items("external_dependencies").Select(Provider).ShouldBe(["bank 99.88 observed 0.3 False"]);
    }

    [Fact]
    public async Task A_provider_with_a_stand_in_only_costs_what_fails_together()
    {
        var services = await OfAsync(
            "shop:0.9985", $"{Edge("shop", "bank", "banks")},{Edge("shop", "other", "banks")}", $"{External("bank", 99.1)},{External("other", 98.1)}");

        var external = (await services.ImpactAsync("shop")).Items("external_dependencies");

        external.Select(Provider).ShouldBe(["bank 99 published_sla 0.09987 False", "other 98 published_sla 0.09987 False"], ignoreOrder: true);
        external.ShouldAllBe(e => e.GetProperty("has_alternative").GetBoolean());
    }

    [Fact]
    public async Task Long_lists_show_their_beginning_and_their_length()
    {
        string hard = string.Join(',', Enumerable.Range(10, 60).Select(i => Chain($"shop>s{i}")));
        string soft = string.Join(',', Enumerable.Range(10, 60).Select(i => $$$"""{"source":"shop","target":"t{{{i}}}","attributes":{"criticality":"degraded"}}"""));
        var services = await OfAsync("shop:0.99", $"{hard},{soft}");

        var impact = await services.ImpactAsync("shop");

        (impact.Items("contributions").Length, impact.Number("contributions_total")).ShouldBe((20, 61));
        (impact.Items("single_points_of_failure").Length, impact.Number("single_points_of_failure_total")).ShouldBe((50, 60));
        (impact.Items("unmeasured_dependencies").Length, impact.Number("unmeasured_dependencies_total")).ShouldBe((50, 60));
        (impact.Items("soft_dependencies").Length, impact.Number("soft_dependencies_total")).ShouldBe((50, 60));
        var risk = impact.Items("soft_dependencies")[0];
        (risk.Text("source"), risk.Text("target"), risk.Text("reason")).ShouldBe(("shop", "t10", "degraded"));
    }

    [Fact]
    public async Task A_chain_of_more_than_ten_hops_lowers_confidence()
    {
        var services = await OfAsync("shop:0.99 s0:0.99", Chain($"shop>{string.Join('>', Enumerable.Range(0, 11).Select(i => $"s{i}"))}"));

        var (far, near) = (await services.ImpactAsync("shop"), await services.ImpactAsync("s0"));

        (far.Number("longest_chain"), near.Number("longest_chain")).ShouldBe((11, 10));
        far.Names("notes").ShouldBe(["Lowered confidence: the longest chain of dependencies has 11 hops, more than 10; errors of every link add up."]);
        near.Items("notes").ShouldBeEmpty();
    }

    // A service that needs one of each two neighbours on a square grid: no diagram holds that.
    [Fact]
    public async Task An_estimate_says_so_and_has_an_interval()
    {
        const int Side = 15;
        int[] fields = [.. Enumerable.Range(0, Side * Side)];
        (int A, int B)[] pairs =
        [
            .. fields.Where(f => f % Side < Side - 1).Select(f => (f, f + 1)),
            .. fields.Where(f => f < Side * (Side - 1)).Select(f => (f, f + Side)),
        ];
        string edges = string.Join(',', pairs.Select((pair, i) =>
            $"{Edge("shop", $"p{i}")},{Edge($"p{i}", $"f{pair.A}", "either")},{Edge($"p{i}", $"f{pair.B}", "either")}"));
        var services = await OfAsync($"shop:0.8 {string.Join(' ', fields.Select(f => $"f{f}:0.98"))}", edges);

        var impact = await services.ImpactAsync("shop");

        impact.Text("method").ShouldBe("monte_carlo");
        double[] interval = impact.Numbers("composite_interval");
        impact.Number("composite_availability_bound").ShouldBeInRange(interval[0], interval[1]);
        interval[0].ShouldBeLessThan(interval[1]);
        impact.Names("notes")[0].ShouldStartWith("The composite is estimated");
    }

    private static string Provider(JsonElement external) => FormattableString.Invariant(
        $"{external.Text("service_id")} {external.Number("availability_used")} {external.Text("basis")} {external.Number("error_budget_consumption")} {external.GetProperty("high_dependency_risk").GetBoolean()}");
}

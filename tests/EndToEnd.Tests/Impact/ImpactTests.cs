using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Impact;

[Collection(PlainAppTests.Name)]
public sealed class ImpactTests(PlainApp app) : IAsyncLifetime
{
    private const double Rounding = 1e-8;

    public Task InitializeAsync() => app.Database is null ? Task.CompletedTask : KnownTopology.BuildAsync(app);

    public Task DisposeAsync() => Task.CompletedTask;

    [OwnHostFact]
    public async Task Every_upstream_service_is_found_with_its_projected_availability_and_the_risk_of_its_SLO()
    {
        var answer = await ImpactAsync("payment", 99.9, 99.5);

        answer.Names().ShouldBe([
            "analysis_id", "service_id", "proposed_change", "window", "impacted_services", "risk_only", "warnings", "note", "summary"]);
        answer.GetProperty("analysis_id").GetGuid().ShouldNotBe(Guid.Empty);
        var services = answer.GetProperty("impacted_services").EnumerateArray().ToArray();
        services.Select(s => s.GetProperty("service_id").GetString()).ShouldBe(["ac4-checkout", "ac4-gateway"]);
        services.Select(s => s.GetProperty("relationship").GetString()).ShouldBe(["upstream", "upstream (transitive)"]);
        services.ShouldAllBe(s => s.GetProperty("slo_at_risk").GetBoolean() && !s.GetProperty("already_at_risk").GetBoolean());
        Percentage(services[0], "current_composite_availability").ShouldBe(99.8, Rounding);
        Percentage(services[0], "projected_composite_availability").ShouldBe(99.8 / 99.9 * 99.5, Rounding);
        Percentage(services[0], "delta").ShouldBe(99.8 / 99.9 * -0.4, Rounding);
        Percentage(services[1], "projected_composite_availability").ShouldBe(99.7 / 99.9 * 99.5, Rounding);
        answer.GetProperty("risk_only").EnumerateArray().Select(s => s.GetProperty("service_id").GetString()).ShouldBe(["ac4-reports"]);
        answer.GetProperty("summary").GetProperty("total_impacted").GetInt32().ShouldBe(2);
        answer.GetProperty("summary").GetProperty("slos_at_risk").GetInt32().ShouldBe(2);
        answer.GetProperty("summary").GetProperty("recommendation").GetString()
            .ShouldBe("Reducing ac4-payment to 99.5% puts 2 upstream services at risk of SLO breach.");
    }

    [OwnHostFact]
    public async Task A_change_in_the_fifth_nine_is_felt_two_hops_away()
    {
        var gateway = (await ImpactAsync("payment", 99.999, 99.995)).GetProperty("impacted_services").EnumerateArray()
            .Single(s => s.GetProperty("service_id").GetString() == "ac4-gateway");

        // Both targets are above what the bank allows, so that payment would have to hide its failures.
        Percentage(gateway, "delta").ShouldBe(99.7 / 99.9 * -0.004, Rounding);
    }

    [OwnHostFact]
    public async Task A_target_above_what_the_dependencies_allow_is_unachievable()
    {
        var warning = (await ImpactAsync("payment", 99.9, 99.99)).GetProperty("warnings")[0];

        warning.GetProperty("code").GetString().ShouldBe("unachievable");
        warning.GetProperty("message").GetString()
            .ShouldBe("The desired target of 99.99% is unachievable. Composite availability bound is 99.9% given current dependency chain.");
        warning.GetProperty("suggestions")[0].GetString()
            .ShouldBe("To achieve 99.99%, each critical dependency must be at least 99.999% (Google's 10x rule)");
    }

    [OwnHostFact]
    public async Task A_second_provider_takes_a_single_point_of_failure_away()
    {
        var answer = (await app.Api.PostAsync(Api.WhatIf,
            """
            {"changes":[{"type":"add_service","service_id":"ac4-second-bank","availability":99.5},
              {"type":"make_redundant","source":"ac4-payment","members":["ac4-bank","ac4-second-bank"]}],"services":["ac4-payment"]}
            """)).ShouldBe(HttpStatusCode.OK);

        var payment = answer.GetProperty("services")[0];
        Percentage(payment, "projected_composite_availability").ShouldBe(99.9 / 99.95 * (100 - (0.05 * 0.5 / 100)), Rounding);
        payment.GetProperty("single_points_of_failure_lost").GetProperty("services").EnumerateArray().Select(s => s.GetString()).ShouldBe(["ac4-bank"]);
    }

    [OwnHostFact]
    public async Task A_plan_leads_to_the_target_when_it_is_carried_out()
    {
        var plan = (await app.Api.PostAsync(Api.Feasibility, """{"service_id":"ac4-gateway","desired_target":99.9,"weights":{"ac4-bank":3}}"""))
            .ShouldBe(HttpStatusCode.OK);
        plan.GetProperty("feasible").GetBoolean().ShouldBeTrue();
        var changes = plan.GetProperty("improvements").EnumerateArray().Select(i => new
        {
            type = "improve",
            service_id = i.GetProperty("service_id").GetString(),
            availability = i.GetProperty("to").GetDouble(),
        });

        var answer = (await app.Api.PostAsync(Api.WhatIf, JsonSerializer.Serialize(new { changes, services = new[] { "ac4-gateway" } }))).ShouldBe(HttpStatusCode.OK);

        Percentage(answer.GetProperty("services")[0], "projected_composite_availability").ShouldBe(99.9, Rounding);
    }

    private async Task<JsonElement> ImpactAsync(string service, double current, double proposed) => (await app.Api.PostAsync(
        Api.Impact,
        JsonSerializer.Serialize(new
        {
            service_id = $"ac4-{service}",
            proposed_change = new { sli_type = "availability", current_target = current, proposed_target = proposed },
        }))).ShouldBe(HttpStatusCode.OK);

    private static double Percentage(JsonElement service, string property) => service.GetProperty(property).GetDouble();
}

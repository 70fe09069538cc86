using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Application.ErrorBudgets.Documents;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Results;
using SloFunctions.Testing;

namespace SloFunctions.Application.Tests.ErrorBudgets;

public sealed class CheckDeployGateTests
{
    private readonly KnownBudgets known = new();
    private readonly FakeClock clock = new(KnownBudgets.Through.AddMinutes(30));

    private CheckDeployGate Gate => new(known, known, known, clock);

    [Fact]
    public async Task The_worst_objective_decides_about_a_service_and_the_worst_service_about_all_in_one_pass()
    {
        known.With("cart", 100).With("cart", 600, thresholdMs: 250).With("mail", 100).With("bank", 850);

        var answer = await AskAsync("cart", "mail", "bank");

        answer.Decision.ShouldBe("deny");
        answer.Services.Select(s => (s.ServiceId, s.Decision, s.State, s.RemainingShare)).ShouldBe(
            [("cart", "caution", "caution", 0.4), ("mail", "allow", "normal", 0.9), ("bank", "deny", "freeze", 0.15)]);
        answer.Services[0].Reasons.Select(r => (r.Code, r.Message)).ShouldBe([
            ("budget_caution", "Latency, 99.9 % within 250 ms: 40 % of the error budget is left. Deploy less often and put work on reliability first."),
            ("budget_left", "Availability, 99.9 %: 90 % of the error budget is left.")]);
        known.Reads.ShouldBe(1);
    }

    [Fact]
    public async Task A_fast_burn_denies_although_there_is_budget_left()
    {
        // 14 of a thousand is 14 times what is allowed.
        known.With("cart", 100, lately: 14).With("mail", 100, lately: 5);

        var answer = await AskAsync("cart", "mail");

        answer.Services.Select(s => s.Decision).ShouldBe(["deny", "allow"]);
        answer.Services[0].Reasons[0].Code.ShouldBe("fast_burn");
    }

    [Fact]
    public async Task A_service_without_an_slo_or_without_data_is_cautioned_about_with_the_reason()
    {
        known.Registered.Add("bare");
        known.With("silent", BudgetCounts.None).With("idle", BudgetCounts.None with { SloWindow = new ObjectiveCounts(5, 5, 0, default) })
            .With("odd", BudgetCounts.None with { SloWindow = new ObjectiveCounts(5, 0, 5, default) }, 250);

        var answer = await AskAsync("bare", "silent", "idle", "odd");

        answer.Decision.ShouldBe("caution");
        answer.Services.Select(s => (s.Decision, s.State, s.Reasons.Single().Code)).ShouldBe(
            [("caution", null, "no_slo"), ("caution", null, "no_telemetry"), ("caution", null, "no_traffic"), ("caution", null, "unmeasurable")]);
    }

    [Fact]
    public async Task An_emergency_fix_passes_a_freeze_and_is_told_so()
    {
        known.With("cart", 850).With("mail", 2000);

        var answer = (await Gate.HandleAsync(new DeployGateBody(["cart", "mail"], true, "Payments fail."), CancellationToken.None)).Value!;

        answer.Emergency.ShouldBeTrue();
        answer.Services.Select(s => s.Decision).ShouldBe(["allow", "caution"]);
        answer.Services[0].Reasons.Select(r => r.Code).ShouldBe(["budget_freeze", "emergency_fix"]);
    }

    [Fact]
    public async Task Old_counts_do_not_allow_anything()
    {
        known.With("cart", 100);
        clock.Advance(TimeSpan.FromHours(2));

        var answer = await AskAsync("cart");

        (answer.Decision, answer.Stale, answer.MeasuredUntil).ShouldBe(("caution", true, KnownBudgets.Through));
        answer.Services[0].Reasons[0].Code.ShouldBe("stale_data");
    }

    [Fact]
    public async Task A_team_is_held_to_its_own_thresholds()
    {
        known.With("cart", 100).With("mail", 100, team: "post");
        known.Policies["shop"] = new PolicyThresholds(0.99, 0.95, 0.92);

        (await AskAsync("cart", "mail")).Services.Select(s => s.State).ShouldBe(["incident", "normal"]);
    }

    [Fact]
    public async Task Services_that_are_not_registered_are_all_named()
    {
        known.With("cart", 0);

        var error = (await Gate.HandleAsync(new DeployGateBody(["nobody", "cart", "nothing"], null, null), CancellationToken.None)).Error!;

        (error.Kind, error.Code).ShouldBe((ErrorKind.Unprocessable, "unknown-services"));
        error.Fields.Select(f => f.Field).ShouldBe(["services[0]", "services[2]"]);
        known.Reads.ShouldBe(0);
    }

    public static TheoryData<string?[]?, bool?, string?, string> WrongBodies => new()
    {
        { null, null, null, "services" },
        { [], null, null, "services" },
        { [.. Enumerable.Range(0, 101).Select(i => $"s{i}")], null, null, "services" },
        { ["cart", null], null, null, "services[1]" },
        { ["cart", " "], null, null, "services[1]" },
        { ["cart", "cart"], null, null, "services[1]" },
        { ["cart"], true, null, "reason" },
        { ["cart"], true, "", "reason" },
        { ["cart"], false, new string('x', 1001), "reason" },
    };

    [Theory]
    [MemberData(nameof(WrongBodies))]
    public async Task A_body_that_breaks_a_rule_is_refused_by_field(string?[]? services, bool? emergency, string? reason, string field)
    {
        known.With("cart", 0);

        (await Gate.HandleAsync(new DeployGateBody(services, emergency, reason), CancellationToken.None)).Error!.Fields.Select(f => f.Field).ShouldContain(field);
        (await Gate.HandleAsync(null, CancellationToken.None)).Error!.Fields.Single().Field.ShouldBe("body");
    }

    private async Task<DeployGateDocument> AskAsync(params string[] services) =>
        (await Gate.HandleAsync(new DeployGateBody(services, null, null), CancellationToken.None)).Value!;
}

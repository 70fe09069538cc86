using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.Tests.AutoApproval;

public sealed class RuleConditionTests
{
    public static TheoryData<RuleConditions, bool> Conditions => new()
    {
        { new() { Criticality = [ServiceCriticality.Medium, ServiceCriticality.Low] }, true },
        { new() { Criticality = [ServiceCriticality.High] }, false },
        { new() { Teams = ["payments"] }, true },
        { new() { Teams = ["Payments"] }, false },
        { new() { SliTypes = [SliType.Availability] }, true },
        { new() { SliTypes = [SliType.Latency] }, false },
        { new() { ConfidenceMin = 0.9 }, true },
        { new() { ConfidenceMin = 0.91 }, false },
        { new() { CompositeMarginMin = 0.0005 }, true },
        { new() { CompositeMarginMin = 0.0006 }, false },
        { new() { DataCompletenessMin = 0.98 }, true },
        { new() { DataCompletenessMin = 0.99 }, false },
        { new() { BreachProbabilityMax = 0.008 }, true },
        { new() { BreachProbabilityMax = 0.007 }, false },
        { new() { Directions = [ChangeDirection.Initial] }, true },
        { new() { Directions = [ChangeDirection.Tighten, ChangeDirection.Relax] }, false },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_holds_or_is_the_one_obstacle(RuleConditions conditions, bool holds)
    {
        var verdict = Rules.Judge(conditions, Rules.Availability, Rules.Service);

        verdict.Approves.ShouldBe(holds);
        if (!holds) verdict.Obstacle().IsGuard.ShouldBeFalse();
        verdict.Conditions.ShouldAllBe(c => c.Sentence.EndsWith('.') && c.Required != "" && c.Actual != "");
    }

    [Theory]
    [InlineData(0.998, ChangeDirection.Tighten, 0.5)]
    [InlineData(0.9995, ChangeDirection.Relax, 1)]
    public void A_change_of_availability_is_measured_by_the_present_error_budget(double current, ChangeDirection direction, double size)
    {
        var standing = Rules.Promising(current);

        Rules.Judge(new() { Directions = [direction], MaxChange = size }, Rules.Availability, standing).Approves.ShouldBeTrue();
        Rules.Judge(new() { MaxChange = size - 0.01 }, Rules.Availability, standing).Obstacle().Name.ShouldBe("max_change");
    }

    [Theory]
    [InlineData(500, ChangeDirection.Tighten, 0.5)]
    [InlineData(200, ChangeDirection.Relax, 0.25)]
    public void A_change_of_latency_is_measured_by_the_present_duration(double current, ChangeDirection direction, double size)
    {
        var standing = Rules.Promising(p99: current);

        Rules.Judge(new() { Directions = [direction], MaxChange = size }, Rules.Latency, standing).Approves.ShouldBeTrue();
        Rules.Judge(new() { MaxChange = size - 0.01 }, Rules.Latency, standing).Obstacle().Name.ShouldBe("max_change");
    }

    [Fact]
    public void What_is_not_known_never_holds()
    {
        var unknown = Rules.Availability with { Confidence = null, CompositeBound = null, DataCompleteness = null, Proposal = Rules.Availability.Proposal with { BreachProbability = null } };

        Rules.Judge(new() { ConfidenceMin = 0 }, unknown, Rules.Service).Obstacle().Actual.ShouldBe("unknown");
        Rules.Judge(new() { CompositeMarginMin = 0 }, unknown, Rules.Service).Obstacle().Actual.ShouldBe("unknown");
        Rules.Judge(new() { DataCompletenessMin = 0 }, unknown, Rules.Service).Obstacle().Actual.ShouldBe("unknown");
        Rules.Judge(new() { BreachProbabilityMax = 1 }, unknown, Rules.Service).Obstacle().Actual.ShouldBe("unknown");
        Rules.Judge(new() { Teams = ["payments"] }, Rules.Availability, Rules.Service with { Team = null }).Obstacle().Actual.ShouldBe("unknown");
        Rules.Judge(new() { MaxChange = 1 }, Rules.Availability, Rules.Service).Obstacle().Actual.ShouldBe("unknown", "Nothing is in force that a change could be measured by.");
        Rules.Judge(new() { CompositeMarginMin = 0 }, Rules.Latency, Rules.Service).Obstacle().Actual.ShouldBe("unknown", "A duration has no composite bound.");
    }

    [Fact]
    public void An_obstacle_says_what_is_needed_and_what_is_the_case() =>
        Rules.Judge(new() { ConfidenceMin = 0.95 }, Rules.Availability, Rules.Service).Obstacle()
            .ShouldBe(new ConditionVerdict("confidence_min", IsGuard: false, "at least 0.95", "0.9", Holds: false, "The confidence is 0.9, but at least 0.95 is needed."));

    [Fact]
    public void A_tier_alone_restricts_nothing()
    {
        new RuleConditions { Tier = Tier.Aggressive }.IsRestricting.ShouldBeFalse();
        new RuleConditions { MaxChange = 0 }.IsRestricting.ShouldBeTrue();
    }
}

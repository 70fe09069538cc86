using SloFunctions.Domain.Impact;

namespace SloFunctions.Domain.Tests.Impact;

public sealed class AchievabilityTests
{
    [Theory]
    [InlineData(0.96, null)]
    [InlineData(0.985, TargetConcern.NeedsOwnImprovement)]
    [InlineData(0.99, TargetConcern.NeedsOwnImprovement)]
    [InlineData(0.995, TargetConcern.Unachievable)]
    public void A_target_is_compared_with_what_the_service_and_its_dependencies_allow(double target, TargetConcern? concern)
    {
        var service = SmallGraph.Parse("1>0", 0.99, 0.98).Availabilities().Services[1];

        Achievability.Of(target, service, 1).Concerns.ShouldBe(concern is { } c ? [c] : []);
    }

    [Fact]
    public void A_target_that_holds_only_while_dependencies_do_better_than_they_promise_is_told()
    {
        var service = SmallGraph.Parse("1>0", 0.999, 0.999).Availabilities(targets: new Dictionary<int, double> { [0] = 0.99 }).Services[1];

        Achievability.Of(0.995, service, 1).Concerns.ShouldBe([TargetConcern.ExceedsCommitments]);
        Achievability.Of(0.98, service, 1).Concerns.ShouldBeEmpty();
    }

    [Fact]
    public void A_target_that_is_kept_by_hiding_failures_is_not_unachievable()
    {
        var service = SmallGraph.Parse("1>0", 0.99, 1).Availabilities(new Dictionary<int, double> { [1] = 0.999 }).Services[1];

        Achievability.Of(0.999, service, 1).Concerns.ShouldBe([TargetConcern.ReliesOnMasking]);
        Achievability.Of(0.9995, service, 1).IsUnachievable.ShouldBeTrue();
    }

    [Fact]
    public void Dependencies_are_told_what_they_would_have_to_reach()
    {
        var service = SmallGraph.Parse("2>0 2>1", 0.99, 0.99, 0.9999).Availabilities().Services[2];

        var achievability = Achievability.Of(0.999, service, 2);

        achievability.TenTimesRule.ShouldBe(0.9999, 1e-15);
        achievability.EqualShare!.Value.ShouldBe(1 - Math.Sqrt(0.999 / 0.9999), 1e-12);
        Achievability.Of(0.99995, service, 2).EqualShare.ShouldBeNull();
        Achievability.Of(0.999, service, 0).EqualShare.ShouldBeNull();
    }

    [Fact]
    public void An_SLO_is_at_risk_below_its_target_and_not_at_it()
    {
        SloRisk.Of(null, 0.9, 0.8).ShouldBeNull();
        SloRisk.Of(0.999, 0.999, 0.999 - 1e-12).ShouldBe(new SloRisk(0.999, true, false));
        SloRisk.Of(0.999, 0.998, 0.999)!.IsAtRisk.ShouldBeFalse();
        SloRisk.Of(0.999, 0.998, 0.997)!.IsNew.ShouldBeFalse();
        SloRisk.Of(0.999, 0.9995, 0.997)!.IsNew.ShouldBeTrue();
    }
}

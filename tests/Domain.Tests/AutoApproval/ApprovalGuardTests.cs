using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Lifecycle;

namespace SloFunctions.Domain.Tests.AutoApproval;

public sealed class ApprovalGuardTests
{
    private static readonly RuleConditions Wide = new() { ConfidenceMin = 0 };

    public static TheoryData<ApprovalCandidate, ServiceStanding, string> Doubtful => new()
    {
        { Rules.Availability with { IsOpen = false }, Rules.Service, "open" },
        { Rules.Availability with { IsColdStart = true }, Rules.Service, "not_cold_start" },
        { Rules.Availability with { IsColdStart = null }, Rules.Service, "not_cold_start" },
        { Rules.Availability with { IsLowConfidence = true }, Rules.Service, "confidence_not_low" },
        { Rules.Availability with { IsLowConfidence = null }, Rules.Service, "confidence_not_low" },
        { Rules.Availability with { Proposal = Rules.Availability.Proposal with { ExceedsCompositeBound = true } }, Rules.Service, "within_composite_bound" },
        { Rules.Availability with { Proposal = Rules.Availability.Proposal with { ExceedsCompositeBound = null } }, Rules.Service, "within_composite_bound" },
        { Rules.Availability, Rules.Promising(0.999), "changes_something" },
        { Rules.Latency, Rules.Promising(p99: 250), "changes_something" },
        { Rules.Latency, Rules.Promising(p95: 100), "same_percentile" },
        { Rules.Latency, Rules.Promising(p99: 300, p95: 100), "same_percentile" },
        { Rules.Availability, Rules.Promising(0.99, source: SloSource.Manual), "not_chosen_by_people" },
        { Rules.Latency, Rules.Promising(0.99, source: SloSource.RecommendationModified), "not_chosen_by_people" },
        { Rules.Availability, Rules.Promising(0.99) with { ChosenAt = Rules.Now.AddDays(-300) }, "not_chosen_by_people" },
        { Rules.Availability, Rules.Promising(0.99) with { DecidedAt = Rules.Now.AddHours(-23) }, "no_recent_decision" },
        { Rules.Availability, Rules.Service with { RejectedAt = Rules.Now.AddDays(-27) }, "no_recent_decision" },
    };

    [Theory]
    [MemberData(nameof(Doubtful))]
    public void No_rule_approves_what_is_doubtful_or_was_decided_by_people(ApprovalCandidate candidate, ServiceStanding standing, string guard)
    {
        var obstacle = Rules.Judge(Wide, candidate, standing).Obstacle();

        (obstacle.Name, obstacle.IsGuard).ShouldBe((guard, true));
        obstacle.Sentence.ShouldEndWith(".");
    }

    [Fact]
    public void Without_a_target_nothing_is_approved()
    {
        var none = Rules.Availability with { Proposal = Rules.Availability.Proposal with { Value = null } };

        var verdict = Rules.Judge(new() { ConfidenceMin = 0, MaxChange = 100, Directions = [ChangeDirection.Initial] }, none, Rules.Service);

        verdict.Approves.ShouldBeFalse();
        verdict.Conditions.Where(c => !c.Holds).Select(c => c.Name).ShouldBe(["target_recommended", "changes_something", "directions", "max_change"]);
    }

    public static TheoryData<ServiceStanding> Free => new()
    {
        Rules.Service,
        Rules.Promising(0.99),
        Rules.Promising(0.99) with { DecidedAt = Rules.Now.AddHours(-24) },
        Rules.Service with { RejectedAt = Rules.Now.AddDays(-28) },
        Rules.Promising(0.99) with { RejectedAt = Rules.Now.AddDays(-3), DecidedAt = Rules.Now.AddDays(-2) },
        Rules.Promising(0.99) with { ChosenAt = Rules.Now.AddDays(-9), WholeAcceptedAt = Rules.Now.AddDays(-8) },
    };

    [Theory]
    [MemberData(nameof(Free))]
    public void What_people_decided_holds_only_so_long(ServiceStanding standing) =>
        Rules.Judge(Wide, Rules.Availability, standing).Approves.ShouldBeTrue();

    [Fact]
    public void Decisions_change_the_standing_as_the_audit_log_tells_them()
    {
        var targets = new TargetsInForce(0.99, null, null, null, SloSource.RecommendationAccepted);
        var standing = Rules.Service
            .After(new PastDecision(Rules.Now.AddDays(-9), AuditAction.Manual, IsWhole: true, targets with { Source = SloSource.Manual }))
            .After(new PastDecision(Rules.Now.AddDays(-8), AuditAction.Accept, IsWhole: false, targets));
        standing.IsChosenByPeople.ShouldBeTrue("One recommendation leaves the others as they were.");

        standing = standing.After(new PastDecision(Rules.Now.AddDays(-7), AuditAction.Accept, IsWhole: true, targets));
        standing.IsChosenByPeople.ShouldBeFalse();
        standing.After(new PastDecision(Rules.Now.AddDays(-6), AuditAction.Reject, IsWhole: true, null)).ShouldBe(standing with { RejectedAt = Rules.Now.AddDays(-6) });
        standing.After(new PastDecision(Rules.Now.AddDays(-6), AuditAction.Expire, IsWhole: true, null)).ShouldBe(standing);
        standing.After(new PastDecision(Rules.Now.AddDays(-6), AuditAction.AutoApprove, IsWhole: true, targets with { Availability = 0.9 })).DecidedAt.ShouldBe(Rules.Now.AddDays(-7));
    }
}

using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.Tests.AutoApproval;

/// <summary>A rule, a recommendation and a service of which nothing stands against the other.</summary>
internal static class Rules
{
    public static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    public static readonly ApprovalCandidate Availability = new(
        SliType.Availability, new ProposedTarget(0.999, null, 0.008, ExceedsCompositeBound: false), IsOpen: true, IsColdStart: false, 0.9, IsLowConfidence: false, 0.9995, 0.98);

    public static readonly ApprovalCandidate Latency = new(
        SliType.Latency, new ProposedTarget(250, 0.99, 0.01, ExceedsCompositeBound: false), IsOpen: true, IsColdStart: false, 0.9, IsLowConfidence: false, null, 0.98);

    public static readonly ServiceStanding Service = new(ServiceCriticality.Low, "payments", null);

    public static AutoApprovalRule With(RuleConditions conditions, bool isEnabled = true) => new(Guid.Empty, "rule", 1, isEnabled, conditions);

    public static ServiceStanding Promising(double? availability = null, double? p99 = null, double? p95 = null, SloSource source = SloSource.RecommendationAccepted) =>
        Service with { InForce = new TargetsInForce(availability, p95, p99, null, source) };

    public static RuleVerdict Judge(RuleConditions conditions, ApprovalCandidate candidate, ServiceStanding standing) =>
        RuleEvaluation.Evaluate(With(conditions), candidate, standing, Now);

    /// <summary>The only thing that stands against it.</summary>
    public static ConditionVerdict Obstacle(this RuleVerdict verdict) => verdict.Conditions.Where(c => !c.Holds).ShouldHaveSingleItem();
}

using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;

namespace SloFunctions.Domain.AutoApproval;

/// <summary>What rules know of a service besides its recommendation: what is in force, and what people decided.</summary>
/// <param name="Criticality">How much the business depends on it.</param>
/// <param name="Team">Who runs it; null when nobody is registered.</param>
/// <param name="InForce">Its targets; null without any.</param>
public sealed record ServiceStanding(ServiceCriticality Criticality, string? Team, TargetsInForce? InForce)
{
    /// <summary>How long rules keep away after a person has put targets in force.</summary>
    public static readonly TimeSpan DecisionHold = TimeSpan.FromHours(24);

    /// <summary>How long rules keep away after a person has refused a recommendation: until the window that it promised for is over.</summary>
    public static readonly TimeSpan RejectionHold = ErrorBudget.SloWindow;

    /// <summary>When a person last put targets in force; null for never.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>When a person last refused a recommendation; null for never.</summary>
    public DateTimeOffset? RejectedAt { get; init; }

    /// <summary>When a person last brought targets of their own; null for never.</summary>
    public DateTimeOffset? ChosenAt { get; init; }

    /// <summary>When a person last took a whole set as it was; null for never.</summary>
    public DateTimeOffset? WholeAcceptedAt { get; init; }

    /// <summary>Whether targets in force are a person's own. They are until a person takes a whole set as it is: one recommendation replaces only its own SLI.</summary>
    public bool IsChosenByPeople =>
        InForce is { Source: SloSource.Manual or SloSource.RecommendationModified } || (InForce is not null && ChosenAt is { } chosen && !(WholeAcceptedAt > chosen));

    /// <summary>The standing after a decision. What expired or drifted decides nothing.</summary>
    public ServiceStanding After(PastDecision decision) => decision.Action switch
    {
        AuditAction.Reject => this with { RejectedAt = decision.At },
        AuditAction.Accept => this with
        {
            InForce = decision.Targets,
            DecidedAt = decision.At,
            WholeAcceptedAt = decision.IsWhole ? decision.At : WholeAcceptedAt,
        },
        AuditAction.Modify or AuditAction.Manual => this with { InForce = decision.Targets, DecidedAt = decision.At, ChosenAt = decision.At },
        AuditAction.AutoApprove => this with { InForce = decision.Targets },
        _ => this,
    };

    /// <summary>Until when rules keep away because of what a person decided last; null when nothing holds them off.</summary>
    public DateTimeOffset? HeldUntil(DateTimeOffset now)
    {
        var rejection = RejectedAt is { } rejected && !(DecidedAt > rejected) ? rejected + RejectionHold : (DateTimeOffset?)null;
        var decision = DecidedAt + DecisionHold;
        var until = decision > rejection || rejection is null ? decision : rejection;
        return until > now ? until : null;
    }
}

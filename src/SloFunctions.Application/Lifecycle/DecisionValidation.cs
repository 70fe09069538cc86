using SloFunctions.Application.Access;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Lifecycle;

/// <summary>Checks decisions as they arrive.</summary>
internal static class DecisionValidation
{
    private const int ReportedErrors = 10;
    private const string NotAPercentage = "A percentage above 0 and below 100 with at most six decimals is expected.";

    private static readonly string NotADuration =
        Publishing.Text.Invariant($"A duration from {LifecycleLimits.LeastLatencyMs} to {LifecycleLimits.LatencyMs} milliseconds with at most three decimals is expected.");

    /// <summary>Gives the decision, or all that is wrong with it.</summary>
    public static Result<Decision> Check(DecisionBody? body, Caller caller)
    {
        if (body is null) return Error.Invalid("body", "A decision is expected.");
        var errors = new FieldErrors(ReportedErrors);
        var action = errors.OneOf<DecisionAction>(body.Action, "action");
        if (!errors.IsEmpty) return errors.ToError();
        var decision = new Decision(
            action, Recommendation(body, action, errors), TierOf(body, action, errors), Wanted(body, action, errors), errors.Prose(body.Rationale, "rationale", LifecycleLimits.Rationale));
        if (!errors.IsEmpty) return errors.ToError();
        return body.Actor is null || body.Actor == caller.Actor ? decision : NotYou;
    }

    private static Error NotYou { get; } = Error.Unprocessable(
        "actor-mismatch", "Actor Mismatch", "The actor is whose token it is; leave it out, or name that one.",
        new FieldError("actor", "This is not whose token it is."));

    private static Guid? Recommendation(DecisionBody body, DecisionAction action, FieldErrors errors)
    {
        if (action == DecisionAction.Manual)
        {
            if (body.RecommendationId is not null) errors.Add("recommendation_id", "Targets of one's own come from no recommendation.");
            return null;
        }

        return errors.Uuid(body.RecommendationId, "recommendation_id");
    }

    private static Tier? TierOf(DecisionBody body, DecisionAction action, FieldErrors errors)
    {
        switch (action)
        {
            case DecisionAction.Accept:
                return errors.OneOf<Tier>(body.SelectedTier, "selected_tier");
            case DecisionAction.Modify:
                return errors.OneOf(body.SelectedTier, "selected_tier", (Tier?)Tier.Balanced);
            default:
                if (body.SelectedTier is not null) errors.Add("selected_tier", "Only an acceptance and a modification choose a tier.");
                return null;
        }
    }

    private static WantedTargets Wanted(DecisionBody body, DecisionAction action, FieldErrors errors)
    {
        if (body.Modifications is not null && action != DecisionAction.Modify)
            errors.Add("modifications", action == DecisionAction.Accept ? "An acceptance takes the tier as it is; use modify to change it." : "Only a modification has modifications.");
        if (body.Targets is not null && action != DecisionAction.Manual) errors.Add("targets", "Only targets of one's own (manual) are named here.");
        return action switch
        {
            DecisionAction.Modify => Wanted(
                body.Modifications is { } m ? new(m.AvailabilityTarget, m.LatencyP95TargetMs, m.LatencyP99TargetMs, m.LatencyP999TargetMs) : null,
                "modifications",
                ["availability_target", "latency_p95_target_ms", "latency_p99_target_ms", "latency_p999_target_ms"],
                errors),
            DecisionAction.Manual => Wanted(
                body.Targets is { } t ? new(t.Availability, t.LatencyP95Ms, t.LatencyP99Ms, t.LatencyP999Ms) : null,
                "targets",
                ["availability", "latency_p95_ms", "latency_p99_ms", "latency_p999_ms"],
                errors),
            _ => WantedTargets.None,
        };
    }

    // The percentage is not a ratio yet.
    private static WantedTargets Wanted(WantedTargets? named, string field, string[] names, FieldErrors errors)
    {
        if (named is null || named == WantedTargets.None)
        {
            errors.Add(field, $"At least one of {string.Join(", ", names)} is expected.");
            return WantedTargets.None;
        }

        var wanted = new WantedTargets(
            Ratio(named.Availability, $"{field}.{names[0]}", errors),
            Duration(named.P95Ms, $"{field}.{names[1]}", errors),
            Duration(named.P99Ms, $"{field}.{names[2]}", errors),
            Duration(named.P999Ms, $"{field}.{names[3]}", errors));
        if (!LatencyTargets.AreOrdered(wanted.P95Ms, wanted.P99Ms, wanted.P999Ms)) errors.Add(field, "A higher percentile cannot take less time than a lower one.");
        return wanted;
    }

    private static double? Ratio(double? percentage, string field, FieldErrors errors)
    {
        if (percentage is null) return null;
        // The bits are compared: what is kept must be what was said.
        if (percentage is > 0 and < 100 && Math.Round(percentage.Value, 6) == percentage) return Percent.ToRatio(percentage.Value);
        errors.Add(field, NotAPercentage);
        return null;
    }

    private static double? Duration(double? milliseconds, string field, FieldErrors errors)
    {
        if (milliseconds is null) return null;
        if (milliseconds is >= LifecycleLimits.LeastLatencyMs and <= LifecycleLimits.LatencyMs && Math.Round(milliseconds.Value, 3) == milliseconds) return milliseconds;
        errors.Add(field, NotADuration);
        return null;
    }
}

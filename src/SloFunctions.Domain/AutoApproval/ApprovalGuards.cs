using System.Globalization;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.AutoApproval;

/// <summary>What no rule can switch off: nothing doubtful is taken, and nothing that people decided is undone.</summary>
internal static class ApprovalGuards
{
    public static IEnumerable<ConditionVerdict> Check(
        AutoApprovalRule rule, ApprovalCandidate candidate, ServiceStanding standing, TargetChange? change, DateTimeOffset now)
    {
        yield return Guard("rule_enabled", "enabled", rule.IsEnabled ? "enabled" : "disabled", rule.IsEnabled,
            rule.IsEnabled ? "The rule is enabled." : "The rule is disabled, and then it never fires.");
        yield return Guard("open", "open", candidate.IsOpen ? "open" : "closed", candidate.IsOpen,
            candidate.IsOpen ? "The recommendation can be decided on." : "The recommendation is stale, has expired or was replaced.");
        yield return Guard("target_recommended", "a target", change is null ? "none" : "a target", change is not null,
            change is null ? "The tier has no target." : "The tier has a target.");
        yield return Unless("not_cold_start", "measured", candidate.IsColdStart, "cold start",
            "The recommendation rests on measurements.", "The service is new: its targets rest on what is usual for its kind.", "Whether the service was new is not known.");
        yield return Unless("confidence_not_low", "not low", candidate.IsLowConfidence, "low",
            "The confidence is not low.", "The confidence is low.", "Whether the confidence is low is not known.");
        yield return Unless("within_composite_bound", "achievable", candidate.Proposal.ExceedsCompositeBound, "above the bound",
            "The hard dependencies allow the target.", "The target is above what the hard dependencies allow.", "What the hard dependencies allow is not known.");
        yield return ChangesSomething(change);
        yield return IsComparable(candidate, standing);
        yield return Guard("not_chosen_by_people", "no targets of people's own", standing.IsChosenByPeople ? "chosen by a person" : "none", !standing.IsChosenByPeople,
            standing.IsChosenByPeople
                ? "A person brought targets that are in force; rules leave them alone until a person takes a whole set as it is."
                : "No targets that a person brought are in force.");
        yield return NotHeld(standing, now);
    }

    private static ConditionVerdict ChangesSomething(TargetChange? change) => change switch
    {
        null => Guard("changes_something", "a change", "unknown", false, "Without a target nothing would change."),
        { Direction: null } => Guard("changes_something", "a change", "none", false, "The target is in force already."),
        _ => Guard("changes_something", "a change", Vocabulary.Term<ChangeDirection>.Name(change.Direction.Value), true, "The target would change what is in force."),
    };

    // Which of two percentiles promises more cannot be told, and a recommended latency replaces all that were promised.
    private static ConditionVerdict IsComparable(ApprovalCandidate candidate, ServiceStanding standing)
    {
        bool isOther = candidate.SliType == SliType.Latency && standing.InForce?.HasOtherLatency(candidate.Proposal) == true;
        return Guard("same_percentile", "same percentile", isOther ? "another percentile" : "comparable", !isOther,
            isOther ? "A latency target in force is for another percentile, and the two cannot be compared." : "The target can be compared with what is in force.");
    }

    private static ConditionVerdict NotHeld(ServiceStanding standing, DateTimeOffset now)
    {
        const string name = "no_recent_decision";
        if (standing.HeldUntil(now) is not { } until) return Guard(name, "no recent decision", "none", true, "No person has decided about the service recently.");
        string time = until.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return Guard(name, "no recent decision", $"held until {time}", false, $"A person has decided about the service; rules keep away until {time}.");
    }

    private static ConditionVerdict Unless(string name, string required, bool? isSo, string soName, string no, string yes, string unknown) => isSo switch
    {
        null => Guard(name, required, "unknown", false, unknown),
        true => Guard(name, required, soName, false, yes),
        false => Guard(name, required, required, true, no),
    };

    private static ConditionVerdict Guard(string name, string required, string actual, bool holds, string sentence) => new(name, IsGuard: true, required, actual, holds, sentence);
}

using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Domain.AutoApproval;

/// <summary>The conditions about what would change.</summary>
internal static class ChangeConditions
{
    public static IEnumerable<ConditionVerdict> Check(RuleConditions conditions, SliType sliType, TargetChange? change)
    {
        if (conditions.Directions.Count > 0)
        {
            string? direction = change?.Direction is { } known ? Term<ChangeDirection>.Name(known) : null;
            yield return ServiceConditions.OneOf("directions", "direction of the change", conditions.Directions.Select(Term<ChangeDirection>.Name), direction);
        }

        if (conditions.MaxChange is not { } most) yield break;
        string what = sliType == SliType.Availability ? "change, as a share of the present error budget," : "change, as a share of the present duration,";
        yield return Bound.AtMost("max_change", what, most, change?.Size);
    }
}

using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Domain.AutoApproval;

/// <summary>The conditions about which service and which SLI it is.</summary>
internal static class ServiceConditions
{
    public static IEnumerable<ConditionVerdict> Check(RuleConditions conditions, ApprovalCandidate candidate, ServiceStanding standing)
    {
        if (conditions.Criticality.Count > 0)
            yield return OneOf("criticality", "criticality of the service", conditions.Criticality.Select(Term<ServiceCriticality>.Name), Term<ServiceCriticality>.Name(standing.Criticality));
        if (conditions.Teams.Count > 0) yield return OneOf("teams", "team of the service", conditions.Teams, standing.Team);
        if (conditions.SliTypes.Count > 0) yield return OneOf("sli_types", "SLI", conditions.SliTypes.Select(Term<SliType>.Name), Term<SliType>.Name(candidate.SliType));
    }

    /// <summary>A condition that names what may be.</summary>
    public static ConditionVerdict OneOf(string name, string what, IEnumerable<string> allowed, string? actual)
    {
        string[] names = [.. allowed];
        string required = string.Join(", ", names);
        bool holds = actual is not null && names.Contains(actual, StringComparer.Ordinal);
        string sentence = actual is null ? $"The {what} is not known; one of {required} is needed."
            : holds ? $"The {what} is {actual}, which the rule covers."
            : $"The {what} is {actual}; the rule covers only {required}.";
        return new ConditionVerdict(name, IsGuard: false, $"one of {required}", actual ?? "unknown", holds, sentence);
    }
}

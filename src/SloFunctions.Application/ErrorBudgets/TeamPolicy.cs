using SloFunctions.Application.ErrorBudgets.Documents;
using SloFunctions.Domain.ErrorBudgets;

namespace SloFunctions.Application.ErrorBudgets;

/// <summary>A team's error budget policy with the version that changes are held against.</summary>
/// <param name="Team">The team.</param>
/// <param name="Thresholds">The thresholds; the handbook's before the first change.</param>
/// <param name="Version">0 before the first change, one more with each.</param>
/// <param name="UpdatedAt">When it was last changed; null before the first time.</param>
public sealed record TeamPolicy(string Team, PolicyThresholds Thresholds, long Version, DateTimeOffset? UpdatedAt)
{
    /// <summary>The entity tag.</summary>
    public string Tag => FormattableString.Invariant($"\"{Version}\"");

    /// <summary>As the API publishes it.</summary>
    public ErrorBudgetPolicyDocument Document =>
        new(Team, Version == 0, Version, Thresholds.Caution, Thresholds.Freeze, Thresholds.Incident, UpdatedAt);

    /// <summary>What holds for a team that never set a policy of its own.</summary>
    public static TeamPolicy Default(string team) => new(team, PolicyThresholds.Handbook, 0, null);
}

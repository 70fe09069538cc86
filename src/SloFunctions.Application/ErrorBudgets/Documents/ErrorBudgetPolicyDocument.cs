namespace SloFunctions.Application.ErrorBudgets.Documents;

/// <summary>A team's error budget policy.</summary>
/// <param name="Team">The team.</param>
/// <param name="IsDefault">Whether the team has none of its own, so that the handbook's holds.</param>
/// <param name="Version">0 before the first change, one more with each.</param>
/// <param name="Caution">The remaining share above which all is normal.</param>
/// <param name="Freeze">The remaining share below which only emergency fixes are deployed.</param>
/// <param name="Incident">The remaining share below which everybody works on reliability as in an incident.</param>
/// <param name="UpdatedAt">When it was last changed; null before the first time.</param>
public sealed record ErrorBudgetPolicyDocument(
    string Team, bool IsDefault, long Version, double Caution, double Freeze, double Incident, DateTimeOffset? UpdatedAt);

namespace SloFunctions.Application.ErrorBudgets;

/// <summary>The remaining shares at which a team's policy is to change its state: 0 &lt; incident &lt; freeze &lt; caution &lt; 1.</summary>
/// <param name="Caution">Above it all is normal; required.</param>
/// <param name="Freeze">Below it only emergency fixes are deployed; required.</param>
/// <param name="Incident">Below it everybody works on reliability as in an incident; required.</param>
public sealed record ErrorBudgetPolicyBody(double? Caution, double? Freeze, double? Incident);

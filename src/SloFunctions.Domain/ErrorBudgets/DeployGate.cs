namespace SloFunctions.Domain.ErrorBudgets;

/// <summary>Decides whether something may be deployed by what is left of error budgets.</summary>
public static class DeployGate
{
    /// <summary>A service without an SLO has no budget that could say no, or yes.</summary>
    public static readonly GateFinding NoSlo = new(GateReason.NoSlo, GateDecision.Caution);

    /// <summary>What is known is too old to say yes.</summary>
    public static readonly GateFinding StaleData = new(GateReason.StaleData, GateDecision.Caution);

    /// <summary>What one objective says: of its budget, and of how fast it is being spent.</summary>
    /// <param name="reading">The budget over the SLO window.</param>
    /// <param name="burnsFast">Whether it is being spent so fast that somebody is woken up.</param>
    /// <param name="thresholds">The policy's thresholds.</param>
    /// <param name="isEmergency">Whether an emergency fix is to be deployed.</param>
    public static IEnumerable<GateFinding> Judge(BudgetReading reading, bool burnsFast, PolicyThresholds thresholds, bool isEmergency)
    {
        var budget = reading.Balance is { } balance ? OfState(ErrorBudgetPolicy.StateOf(balance, thresholds)) : OfGap(reading.Gap!.Value);
        var freeze = new GateFinding(budget.Reason, isEmergency ? Eased(budget) : budget.Decision);
        yield return freeze;
        var fast = new GateFinding(GateReason.FastBurn, isEmergency ? GateDecision.Caution : GateDecision.Deny);
        if (burnsFast) yield return fast;
        if (isEmergency && (budget.Decision == GateDecision.Deny || burnsFast))
            yield return new(GateReason.EmergencyFix, burnsFast && fast.Decision > freeze.Decision ? fast.Decision : freeze.Decision);
    }

    /// <summary>What findings lead to together: what the gravest of them does.</summary>
    public static GateDecision Decide(IEnumerable<GateFinding> findings) => findings.Select(f => f.Decision).DefaultIfEmpty(GateDecision.Allow).Max();

    private static GateFinding OfState(BudgetState state) => state switch
    {
        BudgetState.Normal => new(GateReason.BudgetLeft, GateDecision.Allow),
        BudgetState.Caution => new(GateReason.BudgetCaution, GateDecision.Caution),
        BudgetState.Freeze => new(GateReason.BudgetFreeze, GateDecision.Deny),
        BudgetState.Incident => new(GateReason.BudgetIncident, GateDecision.Deny),
        _ => new(GateReason.BudgetExhausted, GateDecision.Deny),
    };

    private static GateFinding OfGap(BudgetGap gap) => new(
        gap switch
        {
            BudgetGap.NoTelemetry => GateReason.NoTelemetry,
            BudgetGap.NoTraffic => GateReason.NoTraffic,
            _ => GateReason.Unmeasurable,
        },
        GateDecision.Caution);

    // A freeze is for all but emergency fixes. In an incident a fix is part of the response, which somebody is to look at.
    private static GateDecision Eased(GateFinding budget) => budget switch
    {
        { Decision: not GateDecision.Deny } => budget.Decision,
        { Reason: GateReason.BudgetFreeze } => GateDecision.Allow,
        _ => GateDecision.Caution,
    };
}

using SloFunctions.Application.ErrorBudgets.Documents;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.ErrorBudgets;

/// <summary>What the error budgets of a service come to: the worst of its objectives decides.</summary>
/// <param name="Decision">Whether it may be deployed.</param>
/// <param name="State">The gravest state; null when nothing is known.</param>
/// <param name="RemainingShare">The least share that is left; null when nothing is known.</param>
/// <param name="Reasons">Why, the gravest first.</param>
internal sealed record ServiceVerdict(GateDecision Decision, BudgetState? State, double? RemainingShare, IReadOnlyList<GateReasonDocument> Reasons)
{
    /// <summary>Judges a service.</summary>
    /// <param name="objectives">Its objectives; none without an SLO.</param>
    /// <param name="thresholds">The thresholds of its team's policy.</param>
    /// <param name="isStale">Whether the counts are old.</param>
    /// <param name="isEmergency">Whether an emergency fix is to be deployed.</param>
    /// <param name="burnsFast">Whether the budget of an objective is being spent so fast that somebody is woken up.</param>
    public static ServiceVerdict Of(
        IReadOnlyList<CountedObjective> objectives, PolicyThresholds thresholds, bool isStale, bool isEmergency, Func<CountedObjective, bool> burnsFast)
    {
        var findings = new List<(GateFinding Finding, string Message)>();
        var balances = new List<BudgetBalance>();
        foreach (var objective in objectives)
        {
            var reading = BudgetReading.Of(objective.Objective.Target, objective.Counts.SloWindow);
            if (reading.Balance is { } balance) balances.Add(balance);
            findings.AddRange(DeployGate.Judge(reading, burnsFast(objective), thresholds, isEmergency)
                .Select(f => (f, GateMessages.Of(f.Reason, objective.Objective, reading))));
        }

        if (objectives.Count == 0) findings.Add((DeployGate.NoSlo, GateMessages.NoSlo));
        if (isStale) findings.Add((DeployGate.StaleData, GateMessages.StaleData));
        return new ServiceVerdict(
            DeployGate.Decide(findings.Select(f => f.Finding)),
            balances.Count == 0 ? null : balances.Max(b => ErrorBudgetPolicy.StateOf(b, thresholds)),
            balances.Count == 0 ? null : balances.Min(b => b.RemainingShare),
            [.. findings.OrderByDescending(f => f.Finding.Decision).Select(f => new GateReasonDocument(
                Term<GateReason>.Name(f.Finding.Reason), Term<GateDecision>.Name(f.Finding.Decision), f.Message))]);
    }
}

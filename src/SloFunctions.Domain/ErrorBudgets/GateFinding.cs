namespace SloFunctions.Domain.ErrorBudgets;

/// <summary>One thing that a gate's decision rests on.</summary>
/// <param name="Reason">What it is.</param>
/// <param name="Decision">What it alone would lead to.</param>
public readonly record struct GateFinding(GateReason Reason, GateDecision Decision);

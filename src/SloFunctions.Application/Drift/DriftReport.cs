namespace SloFunctions.Application.Drift;

/// <summary>What one run did.</summary>
/// <param name="Evaluated">Services looked at.</param>
/// <param name="Failed">Services that could not be looked at, or whose drift could not be noted.</param>
/// <param name="Left">Services left to the next run for want of time.</param>
/// <param name="Drifts">Drifts that took effect.</param>
/// <param name="Learnt">Baselines learnt.</param>
/// <param name="Reevaluated">What became of queued re-evaluations.</param>
public sealed record DriftReport(int Evaluated, int Failed, int Left, int Drifts, int Learnt, ReevaluationReport Reevaluated);

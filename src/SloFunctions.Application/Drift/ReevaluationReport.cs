namespace SloFunctions.Application.Drift;

/// <summary>What became of queued re-evaluations.</summary>
/// <param name="Done">Recommendations computed anew.</param>
/// <param name="Postponed">To be tried again.</param>
/// <param name="GivenUp">Left to whoever asks for them next.</param>
public sealed record ReevaluationReport(int Done, int Postponed, int GivenUp);

namespace SloFunctions.Application.Recommendations;

/// <summary>A service of a bulk run, for which one set is stored at most.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Ordinal">The service's place in it.</param>
public readonly record struct RunEntry(Guid RunId, int Ordinal);

namespace SloFunctions.Application.Drift.Documents;

/// <summary>What a series is held against, as it is published.</summary>
/// <param name="LearntFrom">When the first of its points was measured.</param>
/// <param name="LearntTo">The end of the last of them.</param>
/// <param name="Points">How many points it was learnt from.</param>
/// <param name="Provisional">Whether its level is that of a few minutes after a drift, until there is enough to learn it anew.</param>
/// <param name="ShiftedSince">The onset of that drift; null without one.</param>
public sealed record DriftBaselineDocument(
    DateTimeOffset LearntFrom, DateTimeOffset LearntTo, int Points, bool Provisional, DateTimeOffset? ShiftedSince);

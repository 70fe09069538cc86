namespace SloFunctions.Application.Graph;

/// <summary>What became of a delivery of events.</summary>
/// <param name="Ingested">How many changed the graph or had done so before.</param>
/// <param name="Conflicts">Contradictions between sources about the dependencies in them.</param>
/// <param name="Refused">Those that could not be taken in and never will.</param>
public sealed record GraphEventReport(int Ingested, int Conflicts, IReadOnlyList<GraphEventDeadLetter> Refused);

namespace SloFunctions.Application.Graph;

/// <summary>Entries of a source that were passed over for one reason.</summary>
/// <param name="Reason">The reason, as one line.</param>
/// <param name="Count">How many there were, at least 1.</param>
/// <param name="Examples">Where the first few stood; printable and short whatever the source wrote.</param>
public sealed record SkippedEntries(string Reason, int Count, IReadOnlyList<string> Examples);

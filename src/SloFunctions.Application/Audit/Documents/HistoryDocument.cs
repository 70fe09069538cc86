namespace SloFunctions.Application.Audit.Documents;

/// <summary>A page of what was done about the targets of a service.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Entries">The entries, the newest first.</param>
/// <param name="NextCursor">What to ask for next; null on the last page.</param>
public sealed record HistoryDocument(string ServiceId, IReadOnlyList<HistoryEntryDocument> Entries, string? NextCursor);

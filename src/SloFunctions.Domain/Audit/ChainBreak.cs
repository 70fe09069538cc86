namespace SloFunctions.Domain.Audit;

/// <summary>A place where a chain is not as it was written.</summary>
/// <param name="Log">The log, one of <see cref="AuditLogs"/>.</param>
/// <param name="Chain">The chain.</param>
/// <param name="Service">The service by its public id; null for none or one that is not registered.</param>
/// <param name="Sequence">The number of the entry, or the first number that is missing.</param>
/// <param name="EntryId">The entry; null where it is missing.</param>
/// <param name="Kind">In which way.</param>
/// <param name="Explanation">The same as a sentence.</param>
public sealed record ChainBreak(string Log, Guid Chain, string? Service, long Sequence, Guid? EntryId, ChainBreakKind Kind, string Explanation);

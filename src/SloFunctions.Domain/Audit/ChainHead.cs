namespace SloFunctions.Domain.Audit;

/// <summary>The last entry of a chain, remembered apart from it: beside the log, or as an anchor in another store.</summary>
/// <param name="Chain">The chain: a service, or <see cref="AuditLogs.AdministrationChain"/>.</param>
/// <param name="Sequence">The number of the entry.</param>
/// <param name="Hash">Its digest.</param>
public sealed record ChainHead(Guid Chain, long Sequence, byte[] Hash);

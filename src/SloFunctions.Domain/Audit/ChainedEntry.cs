namespace SloFunctions.Domain.Audit;

/// <summary>One entry of an audit log as it is stored. Nothing is taken for granted about it.</summary>
/// <param name="Sequence">Its number in its chain; the first is 1.</param>
/// <param name="Id">Its id.</param>
/// <param name="PreviousHash">The digest of the entry before; 32 zero bytes for the first.</param>
/// <param name="Hash">Its own digest.</param>
/// <param name="Fields">All its other columns as texts, in their order; null for those without a value.</param>
public sealed record ChainedEntry(long Sequence, Guid Id, byte[] PreviousHash, byte[] Hash, IReadOnlyList<string?> Fields);

namespace SloFunctions.Domain.Audit;

/// <summary>What is read of a chain at a time.</summary>
/// <param name="Chain">The chain.</param>
/// <param name="Service">The service whose chain it is, by its public id; null for none or one that is not registered.</param>
/// <param name="Entry">The next entry; null for a chain that has a head and no entry.</param>
/// <param name="Head">The chain's head, the same with each of its entries; null when there is none.</param>
public readonly record struct ChainLink(Guid Chain, string? Service, ChainedEntry? Entry, ChainHead? Head);

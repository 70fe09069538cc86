using SloFunctions.Domain.Audit;

namespace SloFunctions.Application.Audit;

/// <summary>The head of a chain beside what the chain itself holds.</summary>
/// <param name="Head">The head.</param>
/// <param name="HashAtHead">The digest of the chain's entry of that number; null without one.</param>
/// <param name="HashAtAnchor">The digest of the chain's entry that was anchored; null without one.</param>
public sealed record CheckedHead(ChainHead Head, byte[]? HashAtHead, byte[]? HashAtAnchor);

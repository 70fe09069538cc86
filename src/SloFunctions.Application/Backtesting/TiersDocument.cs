namespace SloFunctions.Application.Backtesting;

/// <summary>What came of the proposals of a method.</summary>
/// <param name="Conservative">Promised to be missed in 0.1 % of windows.</param>
/// <param name="Balanced">Promised to be missed in 1 % of windows.</param>
/// <param name="Aggressive">Promised to be missed in 5 % of windows.</param>
public sealed record TiersDocument(TierScoreDocument Conservative, TierScoreDocument Balanced, TierScoreDocument Aggressive);

namespace SloFunctions.Application.Recommendations;

/// <summary>A recommendation computed again.</summary>
/// <param name="Json">The document as it is computed now, UTF-8.</param>
/// <param name="IsIdentical">Whether these are, byte for byte, the bytes that were stored.</param>
/// <param name="StoredEngineVersion">The version of the computation that made the stored one.</param>
/// <param name="EngineVersion">The version of the computation now; where both differ, documents may.</param>
public sealed record ReplayedRecommendation(ReadOnlyMemory<byte> Json, bool IsIdentical, int StoredEngineVersion, int EngineVersion);

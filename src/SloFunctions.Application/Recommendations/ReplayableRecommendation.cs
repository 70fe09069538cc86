namespace SloFunctions.Application.Recommendations;

/// <summary>A stored set with what it was computed from.</summary>
/// <param name="Document">The document as it was published, UTF-8.</param>
/// <param name="Evidence">The bytes of its evidence; null when it is not kept.</param>
public sealed record ReplayableRecommendation(ReadOnlyMemory<byte> Document, byte[]? Evidence);

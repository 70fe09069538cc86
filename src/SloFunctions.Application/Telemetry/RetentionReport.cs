namespace SloFunctions.Application.Telemetry;

/// <summary>What was removed.</summary>
/// <param name="PartitionsDropped">Monthly partitions of telemetry.</param>
/// <param name="RecommendationsPurged">Sets of recommendations.</param>
public sealed record RetentionReport(int PartitionsDropped, int RecommendationsPurged);

namespace SloFunctions.Application.Drift.Documents;

/// <summary>What one detector found, as it is published.</summary>
/// <param name="Detector">Which detector.</param>
/// <param name="Detected">Whether it tells a change now.</param>
/// <param name="Statistic">What it compared with its threshold.</param>
/// <param name="Threshold">The threshold.</param>
/// <param name="LastDetection">When it last told a change within the points looked at; null when it told none.</param>
public sealed record DetectorDocument(string Detector, bool Detected, double Statistic, double Threshold, DateTimeOffset? LastDetection);

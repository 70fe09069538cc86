namespace SloFunctions.Domain.Drift;

/// <summary>What one detector found in a replay.</summary>
/// <param name="Detector">Which detector.</param>
/// <param name="DetectedAt">The time of the last value at which it told a change; null when it told none.</param>
/// <param name="IsDetected">Whether that is recent enough to count at the end of the replay.</param>
/// <param name="Statistic">What it compared: at its last detection, or at the end without one.</param>
/// <param name="Threshold">What it compared that with.</param>
public sealed record DetectorReading(DriftDetector Detector, DateTimeOffset? DetectedAt, bool IsDetected, double Statistic, double Threshold);

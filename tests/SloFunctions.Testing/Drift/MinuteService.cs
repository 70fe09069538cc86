namespace SloFunctions.Testing.Drift;

/// <summary>A service with a request every hundredth of a second, whose latency strays by a few percent from minute to minute.</summary>
/// <param name="Name">Its id.</param>
/// <param name="P99">The 99th percentile of its latency, in seconds.</param>
/// <param name="StepAt">From when on it is another one; null for never.</param>
/// <param name="StepFactor">How many times the usual one it is then.</param>
/// <param name="ErrorRatio">The share of requests that fail; without any there is no series of failures.</param>
/// <param name="ErrorRatioAfter">The same from the step on.</param>
public sealed record MinuteService(
    string Name, double P99 = 0.2, DateTimeOffset? StepAt = null, double StepFactor = 1.2, double ErrorRatio = 0, double? ErrorRatioAfter = null);

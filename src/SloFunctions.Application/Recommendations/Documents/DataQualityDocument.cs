namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>How well the look-back window is covered by measurements.</summary>
/// <param name="DataCompleteness">Measured hours ÷ hours of the window, in [0, 1].</param>
/// <param name="HoursMeasured">Hours with a measurement.</param>
/// <param name="HoursWithTraffic">Hours with at least one request.</param>
/// <param name="TelemetryGaps">Missing stretches, oldest first.</param>
/// <param name="ConfidenceNote">The same for people.</param>
public sealed record DataQualityDocument(
    double DataCompleteness, int HoursMeasured, int HoursWithTraffic, IReadOnlyList<GapDocument> TelemetryGaps, string ConfidenceNote)
{
    /// <summary>What was wrong with the telemetry and has been left out, that there is little of it, and what changed, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Lasting changes within the window, after which the service is not the one that most of it tells of.</summary>
    public IReadOnlyList<ChangeDocument> Changes { get; init; } = [];
}

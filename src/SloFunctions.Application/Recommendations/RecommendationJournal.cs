using Microsoft.Extensions.Logging;
using SloFunctions.Application.Recommendations.Documents;

namespace SloFunctions.Application.Recommendations;

/// <summary>Tells in metrics and logs which recommendations were computed.</summary>
public sealed partial class RecommendationJournal(RecommendationInstruments instruments, ILogger<RecommendationJournal> logger)
{
    /// <summary>Notes a set that was computed and stored.</summary>
    /// <param name="set">The set.</param>
    /// <param name="elapsed">How long it took.</param>
    public void Note(RecommendationDocument set, TimeSpan elapsed)
    {
        foreach (var item in set.Recommendations) Note(set.ServiceId, item, (long)elapsed.TotalMilliseconds);
    }

    private void Note(string service, RecommendationItem item, long milliseconds)
    {
        var (sliType, balanced, confidence) = item switch
        {
            AvailabilityRecommendation availability => ("availability", availability.Tiers.Balanced.Target, availability.Confidence),
            LatencyRecommendation latency => ("latency", latency.Tiers.Balanced.TargetMs, latency.Confidence),
            _ => throw new ArgumentOutOfRangeException(nameof(item), item.GetType(), "This SLI has no name yet."),
        };
        instruments.RecordGenerated(service, sliType);
        LogGenerated(service, sliType, balanced, confidence.Score, milliseconds);
        if (confidence.IsLow) LogLowConfidence(service, sliType, confidence.Score);
    }

    [LoggerMessage(4302, LogLevel.Information, "Recommendation generated for {ServiceId}: {SliType} {BalancedTarget}, confidence {Confidence}, in {DurationMs} ms")]
    private partial void LogGenerated(string serviceId, string sliType, double? balancedTarget, double confidence, long durationMs);

    [LoggerMessage(4303, LogLevel.Warning, "The {SliType} recommendation for {ServiceId} has the low confidence {Confidence}")]
    private partial void LogLowConfidence(string serviceId, string sliType, double confidence);
}

using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Stationarity;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Recommendations;

/// <summary>Publishes the quality of a history.</summary>
internal static class DataQualityRendering
{
    private const int CompletenessDecimals = 4;
    private const int RatioDecimals = 4;

    public static DataQualityDocument Render(RecommendationEvidence evidence, ColdStart? coldStart, IReadOnlyList<HistoryChange> changes)
    {
        var history = evidence.History;
        var quality = DataQuality.Of(history);
        return new DataQualityDocument(
            Math.Round(quality.Completeness, CompletenessDecimals),
            quality.HoursMeasured,
            quality.HoursWithTraffic,
            [.. quality.Gaps.Select(g => new GapDocument(g.Start, g.End, g.Hours))],
            Note(quality, history, evidence.Method, coldStart))
        {
            Notes = [.. quality.Defects.Select(Sentence), .. LowTraffic(RequestRate.Of(history)), .. changes.Select(c => ChangeText.Of(c, evidence.Service))],
            Changes = [.. changes.Select(c => new ChangeDocument(
                Term<ChangedQuantity>.Name(c.Quantity), Term<ChangeShape>.Name(c.Shape), c.Since, Math.Round(c.Ratio, RatioDecimals)))],
        };
    }

    private static IEnumerable<string> LowTraffic(RequestRate rate) => rate.IsLow
        ? [Text.Invariant($"Low traffic: about {rate.PerHour:0.#} requests an hour, of which a single failed one is {Math.Min(100 / rate.PerHour, 100):0.#} %; figures of short windows say little.")]
        : [];

    private static string Sentence(DefectiveHours hours)
    {
        string count = hours.Hours == 1 ? "1 hour" : Text.Invariant($"{hours.Hours} hours");
        return hours.Defect switch
        {
            TelemetryDefects.RequestsNotANumber => $"{count} had request counters that were NaN, infinite or beyond belief, and are left out.",
            TelemetryDefects.LatencyNotANumber => $"{count} had latency buckets that were NaN, infinite or beyond belief; their latency is left out.",
            TelemetryDefects.MissingInfinity => $"{count} had latency buckets without the +Inf bucket; their latency is left out.",
            TelemetryDefects.BucketsNotMonotonic => $"{count} had latency buckets that held less than smaller ones; their latency is left out.",
            TelemetryDefects.MixedLayouts => $"{count} had instances with different latency buckets, which cannot be added; their latency is left out.",
            TelemetryDefects.MoreDurationsThanRequests => $"{count} had more durations than requests; their latency is left out.",
            TelemetryDefects.TooManyBuckets => Text.Invariant($"{count} had more than {BucketTally.MostBounds} latency buckets; their latency is left out."),
            _ => throw new ArgumentOutOfRangeException(nameof(hours), hours.Defect, "Not a single defect."),
        };
    }

    private static string Note(DataQuality quality, SliHistory history, RecommendationMethod method, ColdStart? coldStart)
    {
        int days = history.Window.Hours / 24;
        if (coldStart is { DaysOfData: 0 }) return Text.Invariant($"Low confidence: nothing was measured yet, so that the targets are those usual for a service of kind {Term<Archetype>.Name(coldStart.Baseline.Archetype)}.");
        if (quality.HoursMeasured == 0) return $"No telemetry in the last {days} days: nothing can be recommended.";
        if (quality.HoursWithTraffic == 0) return $"No requests in the last {days} days: nothing can be recommended.";
        if (method == RecommendationMethod.HistoricalPercentile && RollingDays.Availabilities(history.HourlyCounts()).Count == 0)
            return $"Too few hours in the last {days} days are measured for a day with traffic: no availability can be recommended.";
        if (coldStart is not null) return Text.Invariant($"Low confidence: only {coldStart.DaysOfData:0.#} of the 30 days exist that a service needs to speak for itself; targets are held at what is usual for its kind ({Term<Archetype>.Name(coldStart.Baseline.Archetype)}) and re-evaluated on {coldStart.ReevaluateAt:yyyy-MM-dd}.");
        string share = Text.Invariant($"{Math.Floor(quality.Completeness * 1000) / 10:0.#} %");
        return quality.Gaps.Count == 0
            ? $"Based on {days} days of continuous data."
            : $"Based on {days} days of data with {share} completeness and {quality.Gaps.Count} gap(s).";
    }
}

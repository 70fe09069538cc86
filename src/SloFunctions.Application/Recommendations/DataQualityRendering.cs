using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Recommendations;

/// <summary>Publishes the quality of a history.</summary>
internal static class DataQualityRendering
{
    private const int CompletenessDecimals = 4;

    public static DataQualityDocument Render(SliHistory history)
    {
        var quality = DataQuality.Of(history);
        return new DataQualityDocument(
            Math.Round(quality.Completeness, CompletenessDecimals),
            quality.HoursMeasured,
            quality.HoursWithTraffic,
            [.. quality.Gaps.Select(g => new GapDocument(g.Start, g.End, g.Hours))],
            Note(quality, history));
    }

    private static string Note(DataQuality quality, SliHistory history)
    {
        int days = history.Window.Hours / 24;
        if (quality.HoursMeasured == 0) return $"No telemetry in the last {days} days: nothing can be recommended.";
        if (quality.HoursWithTraffic == 0) return $"No requests in the last {days} days: nothing can be recommended.";
        if (RollingDays.Availabilities([.. history.Hours.Select(h => h?.Counts)]).Count == 0)
            return $"Too few hours in the last {days} days are measured for a day with traffic: no availability can be recommended.";
        string share = Text.Invariant($"{Math.Floor(quality.Completeness * 1000) / 10:0.#} %");
        return quality.Gaps.Count == 0
            ? $"Based on {days} days of continuous data."
            : $"Based on {days} days of data with {share} completeness and {quality.Gaps.Count} gap(s).";
    }
}

namespace SloFunctions.Domain.Telemetry;

/// <summary>How well a window is covered by measurements.</summary>
/// <param name="Completeness">Measured hours ÷ hours of the window, in [0, 1].</param>
/// <param name="HoursMeasured">Hours with a measurement, with or without traffic.</param>
/// <param name="HoursWithTraffic">Hours with at least one request.</param>
/// <param name="Gaps">The missing stretches, oldest first.</param>
/// <param name="Defects">What was wrong with series and has been left out, in the order of the flags; only what occurred.</param>
public sealed record DataQuality(
    double Completeness, int HoursMeasured, int HoursWithTraffic, IReadOnlyList<TelemetryGap> Gaps, IReadOnlyList<DefectiveHours> Defects)
{
    private static readonly TelemetryDefects[] EachDefect = [.. Enum.GetValues<TelemetryDefects>().Where(d => d != TelemetryDefects.None)];

    /// <summary>Reads the quality off a history.</summary>
    public static DataQuality Of(SliHistory history)
    {
        int measured = history.Hours.Count(h => h is not null);
        int withTraffic = history.Hours.Count(h => h is { Counts.Total: > 0 });
        double completeness = history.Hours.Count == 0 ? 0 : (double)measured / history.Hours.Count;
        return new DataQuality(completeness, measured, withTraffic, FindGaps(history), CountDefects(history));
    }

    private static DefectiveHours[] CountDefects(SliHistory history) =>
        [.. EachDefect.Select(d => new DefectiveHours(d, history.Defects.Count(h => h.HasFlag(d)))).Where(d => d.Hours > 0)];

    private static List<TelemetryGap> FindGaps(SliHistory history)
    {
        var gaps = new List<TelemetryGap>();
        int? start = null;
        for (int i = 0; i <= history.Hours.Count; i++)
        {
            bool missing = i < history.Hours.Count && history.Hours[i] is null;
            if (missing) start ??= i;
            else if (start is { } first)
            {
                gaps.Add(new TelemetryGap(history.Window.Start.AddHours(first), history.Window.Start.AddHours(i)));
                start = null;
            }
        }

        return gaps;
    }
}

using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Prediction;

/// <summary>
/// Tells incidents from background errors in hourly counts. An hour belongs to an incident when it has at least 3 failures
/// and more than both ten times the usual error ratio (at least 0.2 %) and chance (five standard deviations) explain. Hours
/// at most two hours apart are one incident. "Usual" is the upper quartile of the hourly error ratios.
/// </summary>
public static class IncidentDetection
{
    private const int FewestFailures = 3;
    private const double TimesUsual = 10;
    private const double LeastRatio = 2e-3;
    private const double Deviations = 5;
    private const double UpperQuartile = 0.75;

    // Hours between two flagged ones that still belong to the same incident: recoveries falter.
    private const int Lull = 2;

    /// <summary>Reads a history.</summary>
    /// <param name="hours">One entry an hour; null where nothing was measured.</param>
    /// <returns>The record; null when no hour had traffic.</returns>
    public static IncidentRecord? Read(IReadOnlyList<SliCounts?> hours)
    {
        int measured = 0;
        var sum = default(SliCounts);
        var ratios = new List<double>(hours.Count);
        foreach (var hour in hours)
        {
            if (hour is not { } counts) continue;
            measured++;
            sum += counts;
            if (counts.Total > 0) ratios.Add((double)counts.Bad / counts.Total);
        }

        if (sum.Total == 0) return null;
        ratios.Sort();
        double usual = LowerQuantile.Of(ratios, UpperQuartile);
        double expected = sum.Total * (ErrorBudget.SloWindow.TotalHours / measured);
        bool[] flagged = [.. hours.Select(h => h is { } counts && IsIncident(counts, usual))];
        int middle = Middle(hours, measured);
        var incidents = Merge(hours, flagged, usual, expected);
        return new IncidentRecord(
            measured / 24.0, expected, incidents, incidents.Count(i => i.FirstHour < middle), BackgroundReading.Of(hours, flagged, usual, middle));
    }

    private static bool IsIncident(SliCounts counts, double usual) =>
        counts.Bad >= FewestFailures &&
        counts.Bad > (counts.Total * Math.Max(TimesUsual * usual, LeastRatio)) + (Deviations * Math.Sqrt(counts.Total * usual));

    private static int Middle(IReadOnlyList<SliCounts?> hours, int measured)
    {
        int seen = 0;
        for (int i = 0; i < hours.Count; i++)
        {
            if (hours[i] is not null && ++seen * 2 > measured) return i;
        }

        return hours.Count;
    }

    private static List<Incident> Merge(IReadOnlyList<SliCounts?> hours, bool[] flagged, double usual, double expected)
    {
        var incidents = new List<Incident>();
        for (int i = 0; i < flagged.Length; i++)
        {
            if (!flagged[i]) continue;
            int last = i;
            double excess = 0;
            for (int j = i; j < flagged.Length && j <= last + 1 + Lull; j++)
            {
                if (!flagged[j]) continue;
                last = j;
                var counts = hours[j]!.Value;
                excess += counts.Bad - (usual * counts.Total);
            }

            incidents.Add(new Incident(i, last - i + 1, Math.Min(1, excess / expected)));
            i = last;
        }

        return incidents;
    }
}

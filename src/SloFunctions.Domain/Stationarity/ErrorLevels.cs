using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Stationarity;

/// <summary>The daily share of failed requests without the day's worst hours, so that an incident is no change of the background.</summary>
internal static class ErrorLevels
{
    // A quarter of a day: most incidents are over by then, and days that are bad all through are outliers among days.
    private const double WorstHours = 0.25;
    private const double FewestRequests = 100;

    /// <summary>One entry a day; null with too few requests.</summary>
    public static IReadOnlyList<DayLevel?> Of(HourlySli?[][] days) => [.. days.Select(Level)];

    private static DayLevel? Level(HourlySli?[] day)
    {
        SliCounts[] hours = [.. day.Select(hour => hour?.Counts).OfType<SliCounts>().Where(counts => counts.Total > 0)];
        var kept = hours
            .OrderByDescending(counts => (double)counts.Bad / counts.Total)
            .Skip((int)Math.Ceiling(WorstHours * hours.Length))
            .Aggregate(default(SliCounts), (sum, counts) => sum + counts);
        if (kept.Total < FewestRequests) return null;
        double bad = kept.Bad + 0.5;
        return new DayLevel(Math.Log(bad / (kept.Total + 1)), 1 / Math.Sqrt(bad));
    }
}

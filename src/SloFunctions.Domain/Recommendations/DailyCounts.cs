using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Recommendations;

/// <summary>Sums of whole days, counted back from the end of a history, so that none of them overlap.</summary>
public static class DailyCounts
{
    private const int HoursPerDay = 24;

    /// <summary>The events of each 24 hours, oldest first; a first day that is not whole is left out.</summary>
    /// <param name="hours">One entry an hour; null where nothing was measured, which adds nothing.</param>
    public static IReadOnlyList<SliCounts> Of(IReadOnlyList<SliCounts?> hours)
    {
        var days = new SliCounts[hours.Count / HoursPerDay];
        int first = hours.Count % HoursPerDay;
        for (int i = first; i < hours.Count; i++)
        {
            if (hours[i] is { } counts) days[(i - first) / HoursPerDay] += counts;
        }

        return days;
    }
}

using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Recommendations;

/// <summary>The 24-hour windows of a history, one ending at each hour.</summary>
public static class RollingDays
{
    /// <summary>Hours in a window.</summary>
    public const int WindowHours = 24;

    // A window of which more than half is missing says little about a day.
    private const int FewestMeasuredHours = WindowHours / 2;

    /// <summary>The availability of each window that has traffic and is measured for at least half of its hours.</summary>
    /// <param name="hours">One entry an hour; null where nothing was measured.</param>
    /// <returns>Ratios Σgood ÷ Σtotal in [0, 1], in order of time.</returns>
    public static List<double> Availabilities(IReadOnlyList<SliCounts?> hours)
    {
        var ratios = new List<double>(Math.Max(0, hours.Count - WindowHours + 1));
        long good = 0, total = 0;
        int measured = 0;
        for (int i = 0; i < hours.Count; i++)
        {
            Move(hours[i], 1);
            if (i >= WindowHours) Move(hours[i - WindowHours], -1);
            if (i >= WindowHours - 1 && measured >= FewestMeasuredHours && total > 0) ratios.Add((double)good / total);
        }

        return ratios;

        void Move(SliCounts? hour, int sign)
        {
            if (hour is not { } counts) return;
            good += sign * counts.Good;
            total += sign * counts.Total;
            measured += sign;
        }
    }
}

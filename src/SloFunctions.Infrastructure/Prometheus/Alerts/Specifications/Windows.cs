using System.Globalization;

namespace SloFunctions.Infrastructure.Prometheus.Alerts.Specifications;

/// <summary>Windows as all of the languages write them: <c>5m</c>, <c>6h</c>, <c>3d</c>.</summary>
internal static class Windows
{
    /// <summary>A window of whole minutes in the largest unit that it is a whole number of.</summary>
    public static string Text(TimeSpan window)
    {
        if (window.Ticks % TimeSpan.TicksPerDay == 0) return With(window.TotalDays, 'd');
        return window.Ticks % TimeSpan.TicksPerHour == 0 ? With(window.TotalHours, 'h') : With(window.TotalMinutes, 'm');
    }

    private static string With(double number, char unit) => string.Create(CultureInfo.InvariantCulture, $"{(long)number}{unit}");
}

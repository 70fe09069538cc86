using System.Globalization;

namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>Durations as PromQL writes them.</summary>
internal static class WindowText
{
    /// <summary>In one unit, the largest that fits: <c>30m</c>, <c>6h</c>, <c>3d</c>, <c>4w</c>.</summary>
    public static string Of(TimeSpan window)
    {
        foreach (var (unit, name) in new[] { (TimeSpan.FromDays(7), "w"), (TimeSpan.FromDays(1), "d"), (TimeSpan.FromHours(1), "h"), (TimeSpan.FromMinutes(1), "m") })
        {
            if (window.Ticks % unit.Ticks == 0) return Count(window, unit) + name;
        }

        return Count(window, TimeSpan.FromSeconds(1)) + "s";
    }

    private static string Count(TimeSpan window, TimeSpan unit) => (window.Ticks / unit.Ticks).ToString(CultureInfo.InvariantCulture);
}

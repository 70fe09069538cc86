using System.Globalization;

namespace SloFunctions.Application.Reports;

/// <summary>The place of a breached objective in the list of all: by month, service, threshold and target.</summary>
/// <param name="Month">The month's name.</param>
/// <param name="Service">The service.</param>
/// <param name="ThresholdMs">The threshold, milliseconds; 0 for availability.</param>
/// <param name="Target">The target, a ratio.</param>
public sealed record BreachPosition(string Month, string Service, double ThresholdMs, double Target)
{
    /// <summary>Oldest month first.</summary>
    public static readonly Comparer<BreachPosition> Order = Comparer<BreachPosition>.Create((a, b) =>
    {
        int order = string.CompareOrdinal(a.Month, b.Month);
        if (order == 0) order = string.CompareOrdinal(a.Service, b.Service);
        if (order == 0) order = a.ThresholdMs.CompareTo(b.ThresholdMs);
        return order == 0 ? a.Target.CompareTo(b.Target) : order;
    });

    /// <summary>The place that a cursor's keys tell; null when they are none.</summary>
    public static BreachPosition? OfKeys(string[] keys) =>
        keys is [var month, var service, var threshold, var target]
        && double.TryParse(threshold, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double thresholdMs)
        && double.TryParse(target, NumberStyles.Float, CultureInfo.InvariantCulture, out double ratio)
            ? new BreachPosition(month, service, thresholdMs, ratio)
            : null;

    /// <summary>As an opaque text.</summary>
    public string ToCursor() => Graph.PageCursor.Of(
        Month, Service, ThresholdMs.ToString("R", CultureInfo.InvariantCulture), Target.ToString("R", CultureInfo.InvariantCulture));
}

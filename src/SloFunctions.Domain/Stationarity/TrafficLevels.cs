using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Stationarity;

/// <summary>The daily number of requests against what is usual in the hours that were measured.</summary>
internal static class TrafficLevels
{
    /// <summary>One entry a day; null without requests or where the hours measured usually have none.</summary>
    public static IReadOnlyList<DayLevel?> Of(HourlySli?[][] days)
    {
        double[] usual = [.. Enumerable.Range(0, HistoryDays.Hours).Select(hour => days
            .Select(day => (double?)day[hour]?.Counts.Total).OfType<double>().DefaultIfEmpty(0).Average())];
        return [.. days.Select(day =>
        {
            long total = day.Sum(hour => hour?.Counts.Total ?? 0);
            double expected = day.Select((hour, i) => hour is null ? 0 : usual[i]).Sum();
            return total > 0 && expected > 0 ? new DayLevel(Math.Log(total / expected), 1 / Math.Sqrt(total)) : (DayLevel?)null;
        })];
    }
}

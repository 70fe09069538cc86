using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Stationarity;

/// <summary>The daily number of requests against what is usual in the hours that were measured.</summary>
internal static class TrafficLevels
{
    /// <summary>One entry a day; null without requests or where the hours measured usually have none.</summary>
    public static IReadOnlyList<DayLevel?> Of(HourlySli?[][] days)
    {
        double[] usual = [.. Enumerable.Range(0, HistoryDays.Hours).Select(hour => UsualAt(hour, days))];
        return [.. days.Select(day => Level(day, usual))];
    }

    private static double UsualAt(int hour, HourlySli?[][] days)
    {
        double total = 0;
        int measured = 0;
        foreach (var day in days)
        {
            if (day[hour] is not { } sli) continue;
            total += sli.Counts.Total;
            measured++;
        }

        return measured == 0 ? 0 : total / measured;
    }

    private static DayLevel? Level(HourlySli?[] day, double[] usual)
    {
        long total = 0;
        double expected = 0;
        for (int hour = 0; hour < day.Length; hour++)
        {
            if (day[hour] is not { } sli) continue;
            total += sli.Counts.Total;
            expected += usual[hour];
        }

        return total > 0 && expected > 0 ? new DayLevel(Math.Log(total / expected), 1 / Math.Sqrt(total)) : null;
    }
}

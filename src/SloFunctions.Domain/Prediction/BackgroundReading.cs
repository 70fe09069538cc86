using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Prediction;

/// <summary>Sums the failures outside of incidents and measures how evenly they come.</summary>
internal static class BackgroundReading
{
    private const int DayHours = 24;

    // Fewer failures say too little of how they vary.
    private const double FailuresToCompare = 20;

    public static BackgroundErrors Of(IReadOnlyList<SliCounts?> hours, bool[] flagged, double usual, int middle)
    {
        double bad = 0, total = 0, firstBad = 0, firstTotal = 0;
        var days = new (double Bad, double Total)[(hours.Count + DayHours - 1) / DayHours];
        for (int i = 0; i < hours.Count; i++)
        {
            if (hours[i] is not { } counts) continue;
            // Of an incident's hour the failures that are usual anyway are background.
            double failures = flagged[i] ? usual * counts.Total : counts.Bad;
            bad += failures;
            total += counts.Total;
            days[i / DayHours].Bad += failures;
            days[i / DayHours].Total += counts.Total;
            if (i >= middle) continue;
            firstBad += failures;
            firstTotal += counts.Total;
        }

        double dispersion = Dispersion(days, bad / total, bad);
        double secondBad = bad - firstBad, secondTotal = total - firstTotal;
        if (firstBad < FailuresToCompare || secondBad < FailuresToCompare || firstTotal <= 0 || secondTotal <= 0)
            return new BackgroundErrors(bad, total, dispersion, null, 0);
        double drift = Math.Log(secondBad / secondTotal / (firstBad / firstTotal));
        return new BackgroundErrors(bad, total, dispersion, drift, dispersion * ((1 / firstBad) + (1 / secondBad)));
    }

    // Pearson's chi-squared statistic ÷ its degrees of freedom, drawn towards 1 where there are few failures.
    private static double Dispersion((double Bad, double Total)[] days, double ratio, double bad)
    {
        double statistic = 0;
        int count = 0;
        foreach (var (failures, requests) in days)
        {
            if (requests <= 0 || ratio <= 0) continue;
            double expected = ratio * requests;
            statistic += (failures - expected) * (failures - expected) / expected;
            count++;
        }

        if (count < 2) return 1;
        double excess = Math.Max(0, (statistic / (count - 1)) - 1);
        return 1 + (excess * (bad / (bad + FailuresToCompare)));
    }
}

namespace SloFunctions.Domain.Stationarity;

/// <summary>
/// Looks for one lasting change in daily levels. Weekdays have levels of their own; single bad days do not count, since all
/// fits are by medians; and days that hang together are worth fewer than their number.
/// </summary>
internal static class LevelChangeSearch
{
    // A week before and almost a week after: with less, a season cannot be told from a change.
    private const int FewestDays = 14;
    private const int FewestDaysOfALevel = 5;

    // The place of the change is the best of many, and few days tell little about their scatter: far above the 3 of a
    // single comparison. Simulated services that do not change are reported less than once in a hundred.
    private const double LeastSignificance = 6;
    private const double MostMemory = 0.7;

    // Standard error of a median against that of a mean.
    private const double MedianPenalty = 1.2533;

    /// <summary>The change; null when there is none, or too few days to tell.</summary>
    /// <param name="levels">One entry a day; null where the day tells nothing.</param>
    /// <param name="leastDifference">The smallest difference, on the logarithmic scale, that matters.</param>
    public static LevelChange? Find(IReadOnlyList<DayLevel?> levels, double leastDifference)
    {
        int[] days = [.. Enumerable.Range(0, levels.Count).Where(day => levels[day] is not null)];
        if (days.Length < FewestDays) return null;
        double[] values = [.. days.Select(day => levels[day]!.Value.Value)];
        double[] errors = [.. days.Select(day => levels[day]!.Value.Error)];
        double sampling = RobustStatistics.Median(errors);

        var fits = new LevelFits(days, values);
        var step = fits.BestStep(FewestDaysOfALevel);
        var ramp = fits.Ramp();
        double stepError = MedianPenalty * Scatter(step.Residuals, sampling)
            * Math.Sqrt((1.0 / step.First) + (1.0 / (days.Length - step.First)));
        double rampError = Scatter(ramp.Residuals, sampling) * (days[^1] - days[0]) / SpreadOf(days);
        bool isStep = Math.Abs(step.Difference) >= Math.Max(leastDifference, LeastSignificance * stepError);
        bool isRamp = Math.Abs(ramp.Difference) >= Math.Max(leastDifference, LeastSignificance * rampError);

        if (isRamp && (!isStep || ramp.Cost < step.Cost)) return new LevelChange(ChangeShape.Ramp, days[0], ramp.Difference);
        return isStep ? new LevelChange(ChangeShape.Step, days[step.First], step.Difference) : null;
    }

    // The standard deviation of independent days that would tell as little.
    private static double Scatter(double[] residuals, double sampling)
    {
        double scatter = Math.Max(RobustStatistics.Deviation(residuals), sampling);
        return scatter > 0 ? scatter * Inflation(residuals, scatter) : 0;
    }

    // Of days with first-order autocorrelation ρ, n are worth n (1 − ρ) ÷ (1 + ρ).
    private static double Inflation(double[] residuals, double scatter)
    {
        double[] clipped = [.. residuals.Select(r => Math.Clamp(r, -3 * scatter, 3 * scatter))];
        double squares = clipped.Sum(r => r * r);
        double products = clipped.Zip(clipped.Skip(1), (a, b) => a * b).Sum();
        double memory = squares > 0 ? Math.Clamp(products / squares, 0, MostMemory) : 0;
        return Math.Sqrt((1 + memory) / (1 - memory));
    }

    private static double SpreadOf(int[] days)
    {
        double mean = days.Average();
        return Math.Sqrt(days.Sum(day => Math.Pow(day - mean, 2)));
    }
}

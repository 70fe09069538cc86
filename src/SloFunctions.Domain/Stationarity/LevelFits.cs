namespace SloFunctions.Domain.Stationarity;

/// <summary>Fits changes to daily levels by medians, with a level of its own for each weekday.</summary>
internal sealed class LevelFits
{
    private const int WeekDays = 7;

    // A weekday seen once or twice would explain itself away.
    private const int FewestOfAWeekday = 3;

    private readonly int[] days;
    private readonly double[] values;
    private readonly int[] weekdays;

    // What weekdays add while no step is known.
    private readonly double[] usual;
    private readonly double[] residuals;
    private readonly double[] scratch;

    /// <summary>Prepares fits.</summary>
    /// <param name="days">Numbers of days, ascending.</param>
    /// <param name="values">Their levels.</param>
    public LevelFits(int[] days, double[] values)
    {
        (this.days, this.values) = (days, values);
        weekdays = [.. days.Select(day => day % WeekDays)];
        residuals = new double[values.Length];
        scratch = new double[values.Length];
        usual = new double[WeekDays];
        double overall = RobustStatistics.Median((double[])values.Clone());
        for (int i = 0; i < values.Length; i++) residuals[i] = values[i] - overall;
        FitWeekdays(usual);
    }

    /// <summary>The step that leaves the least, with at least so many days on either side.</summary>
    public LevelFit BestStep(int fewestDays)
    {
        int best = fewestDays;
        double least = double.PositiveInfinity;
        for (int first = fewestDays; first <= values.Length - fewestDays; first++)
        {
            FitStep(first);
            double cost = Cost();
            if (cost < least) (best, least) = (first, cost);
        }

        double difference = FitStep(best);
        return new LevelFit(best, difference, [.. residuals]);
    }

    /// <summary>The straight line from the first day to the last.</summary>
    public LevelFit Ramp()
    {
        double slope = RobustStatistics.Slope(days, values);
        for (int i = 0; i < values.Length; i++) residuals[i] = values[i] - (slope * days[i]);
        residuals.CopyTo(scratch, 0);
        double middle = RobustStatistics.Median(scratch);
        for (int i = 0; i < residuals.Length; i++) residuals[i] -= middle;
        Span<double> effects = stackalloc double[WeekDays];
        FitWeekdays(effects);
        for (int i = 0; i < residuals.Length; i++) residuals[i] -= effects[weekdays[i]];
        return new LevelFit(0, slope * (days[^1] - days[0]), [.. residuals]);
    }

    // Leaves the residuals behind.
    private double FitStep(int first)
    {
        double before = 0, after = 0;
        Span<double> effects = stackalloc double[WeekDays];
        usual.CopyTo(effects);
        for (int round = 0; round < 2; round++)
        {
            for (int i = 0; i < values.Length; i++) scratch[i] = values[i] - effects[weekdays[i]];
            before = RobustStatistics.Median(scratch.AsSpan(0, first));
            after = RobustStatistics.Median(scratch.AsSpan(first));
            for (int i = 0; i < values.Length; i++) residuals[i] = values[i] - (i < first ? before : after);
            FitWeekdays(effects);
        }

        for (int i = 0; i < values.Length; i++) residuals[i] -= effects[weekdays[i]];
        return after - before;
    }

    private void FitWeekdays(Span<double> effects)
    {
        for (int weekday = 0; weekday < WeekDays; weekday++)
        {
            int own = 0;
            for (int i = 0; i < residuals.Length; i++)
            {
                if (weekdays[i] == weekday) scratch[own++] = residuals[i];
            }

            effects[weekday] = own < FewestOfAWeekday ? 0 : RobustStatistics.Median(scratch.AsSpan(0, own));
        }
    }

    private double Cost()
    {
        double cost = 0;
        foreach (double residual in residuals) cost += Math.Abs(residual);
        return cost;
    }
}

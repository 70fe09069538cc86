using MathNet.Numerics.Distributions;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Recommendations;

/// <summary>
/// The chance that the coming SLO window of 28 days falls below an objective, from the daily counts of the past. Two
/// things are weighed: how much 28-day shares scatter around the history's, and what a day worse than any seen would do.
/// </summary>
/// <remarks>
/// The scatter is that of overlapping weeks (overlapping batch means, Meketon and Schmeiser 1984): whole weeks hold every
/// weekday once, and keep the dependence of one day on the next. It counts twice, for the window to come and for the history
/// that the mean was read off, and gets the heavy tails of Student's distribution on the log-odds scale, since 30 days are few.
/// Nothing is drawn: the same counts give the same answer.
/// </remarks>
public static class BreachForecast
{
    /// <summary>Days with events below which nothing is said.</summary>
    public const int FewestDays = 7;

    private const int WeekDays = 7;

    // Before any data: days differ by a fifth of their bad share, worth two observations. Keeps a history without a bad
    // event, or with two weeks alike by luck, from claiming certainty.
    private const double PriorDayScatter = 0.2;
    private const double PriorWeight = 2;

    // Jeffreys' prior: half a bad event more than was seen.
    private const double PriorBad = 0.5;

    // How far days beyond the worst one seen reach: a power law, and how much it is believed. Chosen where simulated
    // services of many kinds were forecast best.
    private const double UnseenTail = 0.7;
    private const double UnseenWeight = 0.1;

    private static readonly double WindowDays = ErrorBudget.SloWindow.TotalDays;

    /// <summary>P(share of good events over 28 days &lt; <paramref name="objective"/>), in (0, 1).</summary>
    /// <param name="days">Successive days, oldest first; days without events say nothing and are passed over.</param>
    /// <param name="objective">The share of good events promised, in (0, 1).</param>
    /// <returns>The probability; null with fewer than <see cref="FewestDays"/> days that have events.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The objective is not in (0, 1).</exception>
    public static double? Probability(IReadOnlyList<SliCounts> days, double objective)
    {
        if (objective is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(objective), objective, "An objective is in (0, 1).");
        SliCounts[] busy = [.. days.Where(day => day.Total > 0)];
        if (busy.Length < FewestDays) return null;

        double total = busy.Sum(day => (double)day.Total);
        double badShare = (busy.Sum(day => (double)day.Bad) + PriorBad) / (total + (2 * PriorBad));
        double usual = Scatter(busy, badShare, total / busy.Length, objective);
        double unseen = Unseen(busy, badShare, objective);
        return usual + ((1 - usual) * UnseenWeight * unseen);
    }

    private static double Scatter(SliCounts[] days, double badShare, double meanTotal, double objective)
    {
        int batch = days.Length >= 2 * WeekDays ? WeekDays : 1;
        double observed = LongRunVariance(days, badShare, batch) / Math.Pow(meanTotal * badShare, 2);
        double degrees = batch == 1 ? days.Length - 1 : 1.5 * (((double)days.Length / batch) - 1);
        double prior = (1 / (meanTotal * badShare)) + (PriorDayScatter * PriorDayScatter);
        double perDay = ((degrees * observed) + (PriorWeight * prior)) / (degrees + PriorWeight);

        // Logarithmic variance of what has this coefficient of variation. Bad shares are skewed: the typical window is better
        // than the mean, which a rare bad day has raised.
        double variance = Math.Log(1 + (perDay * ((1.0 / days.Length) + (1 / WindowDays))));
        double typical = LogOdds(badShare) - variance;
        return StudentT.CDF(LogOdds(1 - objective), Math.Sqrt(variance) / (1 - badShare), degrees + PriorWeight, typical);
    }

    private static double LongRunVariance(SliCounts[] days, double badShare, int batch)
    {
        double[] excess = [.. days.Select(day => day.Bad - (badShare * day.Total))];
        double sum = 0, squares = 0;
        int batches = days.Length - batch + 1;
        for (int i = 0; i < days.Length; i++)
        {
            sum += excess[i];
            if (i >= batch) sum -= excess[i - batch];
            if (i >= batch - 1) squares += sum * sum;
        }

        return squares / batches / batch * days.Length / (days.Length - batch);
    }

    // Of T days and the coming F, each is as likely as any other to be the worst.
    private static double Unseen(SliCounts[] days, double badShare, double objective)
    {
        double worst = days.Max(day => (day.Bad + PriorBad) / (day.Total + (2 * PriorBad)));
        double needed = (WindowDays * (1 - objective)) - ((WindowDays - 1) * badShare);
        double reach = needed <= worst ? 1 : Math.Pow(worst / needed, UnseenTail);
        return 1 - Math.Exp(-WindowDays / (days.Length + 1) * reach);
    }

    private static double LogOdds(double share) => Math.Log(share / (1 - share));
}

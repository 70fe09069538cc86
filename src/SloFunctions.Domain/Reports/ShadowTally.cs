using SloFunctions.Domain.Stationarity;
using SloFunctions.Domain.Statistics;

namespace SloFunctions.Domain.Reports;

/// <summary>Counts comparisons of targets that people chose with recommended ones.</summary>
public sealed class ShadowTally
{
    private readonly int[] verdicts = new int[Enum.GetValues<ShadowVerdict>().Length];
    private readonly int[] gaps = new int[Enum.GetValues<TrialGap>().Length];
    private readonly List<TargetDifference> differences = [];

    /// <summary>Pairs of targets that were compared.</summary>
    public int Compared => differences.Count;

    /// <summary>The share of them that promise the same; null without any.</summary>
    public double? AgreementRate => Share(Count(ShadowVerdict.Same), Compared);

    /// <summary>The medians of the three measures, each by itself; null without pairs.</summary>
    public TargetDifference? MedianDifference => Compared == 0 ? null : new TargetDifference(
        RobustStatistics.Median((double[])[.. differences.Select(d => d.Ratio)]),
        RobustStatistics.Median((double[])[.. differences.Select(d => d.Nines)]),
        RobustStatistics.Median((double[])[.. differences.Select(d => d.BudgetMinutes)]));

    /// <summary>Trials that were judged.</summary>
    public int Trials { get; private set; }

    /// <summary>Those of them in which the target that people chose was missed.</summary>
    public int ManualBreached { get; private set; }

    /// <summary>Those of them in which the recommended target was missed.</summary>
    public int RecommendedBreached { get; private set; }

    /// <summary>Those of them in which both were kept, or both missed.</summary>
    public int SameOutcome { get; private set; }

    /// <summary>The share of trials with the same outcome; null without any.</summary>
    public double? OutcomeAgreementRate => Share(SameOutcome, Trials);

    /// <summary>Pairs with this verdict.</summary>
    public int Count(ShadowVerdict verdict) => verdicts[(int)verdict];

    /// <summary>Trials that were not judged for this reason.</summary>
    public int Count(TrialGap gap) => gaps[(int)gap];

    /// <summary>The share of judged trials; null without any.</summary>
    public double? Rate(int breached) => Share(breached, Trials);

    /// <summary>The Wilson interval of <see cref="Rate"/>; null without judged trials.</summary>
    public BinomialInterval? Interval(int breached) => Trials == 0 ? null : BinomialInterval.Wilson(breached, Trials, BreachTally.Confidence);

    /// <summary>Counts one service.</summary>
    /// <param name="difference">How the targets differ; null when nothing is recommended now.</param>
    /// <param name="trial">What became of both.</param>
    public void Add(TargetDifference? difference, ShadowTrial trial)
    {
        if (difference is not null)
        {
            differences.Add(difference);
            verdicts[(int)difference.Verdict]++;
        }

        if (trial.Gap is { } gap)
        {
            gaps[(int)gap]++;
            return;
        }

        Trials++;
        if (trial.ManualBreached) ManualBreached++;
        if (trial.RecommendedBreached) RecommendedBreached++;
        if (trial.ManualBreached == trial.RecommendedBreached) SameOutcome++;
    }

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}

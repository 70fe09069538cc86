using SloFunctions.Domain.Statistics;

namespace SloFunctions.Domain.Reports;

/// <summary>Counts judged SLO windows: one objective in one month each.</summary>
public sealed class BreachTally
{
    /// <summary>The coverage of the intervals.</summary>
    public const double Confidence = 0.95;

    /// <summary>The fewest windows with a promise that a verdict is given on: with fewer, one incident of several services would decide it.</summary>
    public const int FewestForVerdict = 20;

    private readonly int[] notJudged = new int[Enum.GetValues<NotJudgedReason>().Length];
    private double promises;

    /// <summary>Windows that were judged.</summary>
    public int Judged { get; private set; }

    /// <summary>Those of them in which fewer requests were good than promised.</summary>
    public int Breached { get; private set; }

    /// <summary>Judged windows whose breach probability was promised.</summary>
    public int Promised { get; private set; }

    /// <summary>Those of them that were breached.</summary>
    public int PromisedBreached { get; private set; }

    /// <summary>The share that was breached; null without judged windows.</summary>
    public double? Rate => Share(Breached, Judged);

    /// <summary>The Wilson interval of <see cref="Rate"/>; null without judged windows.</summary>
    public BinomialInterval? Interval => IntervalOf(Breached, Judged);

    /// <summary>The share that was breached of the windows with a promise; null without any.</summary>
    public double? PromisedRate => Share(PromisedBreached, Promised);

    /// <summary>The Wilson interval of <see cref="PromisedRate"/>; null without such windows.</summary>
    public BinomialInterval? PromisedInterval => IntervalOf(PromisedBreached, Promised);

    /// <summary>The mean of the promised probabilities, which is the expected share of breached windows; null without any.</summary>
    public double? MeanPromise => Promised == 0 ? null : promises / Promised;

    /// <summary>What came of the promises. Windows without one do not enter: they would be held against promises that nobody made for them.</summary>
    public PromiseVerdict Verdict
    {
        get
        {
            if (Promised < FewestForVerdict) return PromiseVerdict.TooFew;
            var (interval, promise) = (PromisedInterval!, MeanPromise!.Value);
            return promise < interval.Lower ? PromiseVerdict.WorseThanPromised
                : promise > interval.Upper ? PromiseVerdict.Better
                : PromiseVerdict.AsPromised;
        }
    }

    /// <summary>Windows that were not judged for this reason.</summary>
    public int NotJudged(NotJudgedReason reason) => notJudged[(int)reason];

    /// <summary>Counts one window.</summary>
    /// <param name="judgement">What became of the objective.</param>
    /// <param name="promise">The breach probability that was promised, in [0, 1]; null when none was.</param>
    public void Add(ObjectiveJudgement judgement, double? promise)
    {
        if (promise is not (null or (>= 0 and <= 1))) throw new ArgumentOutOfRangeException(nameof(promise), promise, "A probability is in [0, 1].");
        if (judgement.Reason is { } reason)
        {
            notJudged[(int)reason]++;
            return;
        }

        int breached = judgement.IsBreached ? 1 : 0;
        Judged++;
        Breached += breached;
        if (promise is not { } probability) return;
        Promised++;
        PromisedBreached += breached;
        promises += probability;
    }

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;

    private static BinomialInterval? IntervalOf(int part, int whole) => whole == 0 ? null : BinomialInterval.Wilson(part, whole, Confidence);
}

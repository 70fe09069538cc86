namespace SloFunctions.Domain.Drift;

/// <summary>
/// Judges series: a vote of the detectors alone is no drift, the change must matter and last. Keeps nothing from one series to
/// the next; reuse it for many series, not for several threads at once.
/// </summary>
public sealed class DriftJudge
{
    private readonly DriftPolicy policy;
    private readonly DriftReplay replay;
    private double[] standardised = [];

    /// <summary>A judge with the detectors of a policy.</summary>
    public DriftJudge(DriftPolicy policy)
    {
        this.policy = policy;
        replay = new DriftReplay(policy);
    }

    /// <summary>Judges the latest values of a series.</summary>
    /// <param name="series">The values; of more than <see cref="DriftPolicy.Points"/> only the latest count.</param>
    /// <param name="baseline">What is usual; null when nothing is known.</param>
    /// <param name="target">For error ratios the share of good requests promised, in [0, 1): the active objective, or what stands in for it. Latency needs none.</param>
    public DriftJudgement Of(DriftSeries series, DriftBaseline? baseline, double target)
    {
        if (target is not (>= 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(target), target, "A target is a ratio in [0, 1).");
        if (baseline is null) return new DriftJudgement(DriftReason.NoBaseline, null, null);
        int first = Math.Max(0, series.Values.Count - policy.Points), count = series.Values.Count - first;
        if (standardised.Length < count) standardised = new double[count];
        for (int i = 0; i < count; i++) standardised[i] = baseline.Standardise(series.TimeOf(first + i), series.Values[first + i]);
        var values = standardised.AsSpan(0, count);

        var vote = replay.Run(series.TimeOf(first), series.Step, values);
        if (vote.Points < policy.LeastPoints) return new DriftJudgement(DriftReason.TooFewPoints, vote, null);
        if (!vote.IsDrift) return new DriftJudgement(DriftReason.NoVote, vote, null);
        var latest = LatestChange.Of(series, first, values, baseline, target);
        return new DriftJudgement(latest.Reason, vote, latest.Change);
    }
}

using SloFunctions.Domain.Drift;

namespace SloFunctions.Testing.Drift;

/// <summary>Watches a series as the product does: a replay of the latest values at each run, and a new baseline after each drift.</summary>
/// <param name="policy">How to watch.</param>
/// <param name="step">Minutes from one value to the next.</param>
/// <param name="cadence">Minutes from one run to the next.</param>
/// <param name="isBrief">Whether to leave out the replays at whose end nothing is out of the ordinary: those cannot tell a drift.</param>
public sealed class DriftWatch(DriftPolicy policy, int step, int cadence, bool isBrief = true)
{
    /// <summary>Days a baseline is learnt from.</summary>
    public const int BaselineDays = 7;

    // A shifted baseline is learnt again from what came since, when that is enough.
    private const int OwnDays = 3;

    private readonly DriftJudge judge = new(policy);
    private readonly int day = SimulatedService.Day / step;
    private readonly int latest = Math.Max(3, 5 / step);

    /// <summary>Runs in which the detectors voted; complete only when the watch is not brief.</summary>
    public int Votes { get; private set; }

    /// <summary>The drifts that are told in a series from the end of its first baseline on.</summary>
    /// <param name="signal">What the series measures.</param>
    /// <param name="values">The series, from <see cref="SimulatedService.Start"/> on.</param>
    /// <param name="target">The objective.</param>
    public IReadOnlyList<DriftJudgement> Run(DriftSignal signal, double[] values, double target)
    {
        var told = new List<DriftJudgement>();
        DriftBaseline? baseline = null;
        for (int now = BaselineDays * day; now <= values.Length; now += cadence / step)
        {
            if (now % day == 0 || baseline is null) baseline = Learn(signal, values, now, baseline);
            if (isBrief && !IsUnusual(values, now, baseline!, target)) continue;
            var judgement = judge.Of(SimulatedService.Series(values, now - policy.Points, now, step), baseline, target);
            if (judgement.Vote!.IsDrift) Votes++;
            if (!judgement.IsDrift) continue;
            told.Add(judgement);
            baseline = baseline!.Shifted(judgement.Change!.Onset, judgement.Change.Offset);
        }

        return told;
    }

    // A little wider than what matters.
    private bool IsUnusual(double[] values, int now, DriftBaseline baseline, double target)
    {
        var last = values.AsSpan(now - latest, latest);
        if (baseline.Signal == DriftSignal.ErrorRatio)
        {
            double sum = 0;
            foreach (double value in last) sum += value;
            return !(sum / latest < 0.99 * (1 - target));
        }

        int above = 0, below = 0;
        for (int i = 0; i < latest; i++)
        {
            double offset = baseline.Scale * baseline.Standardise(SimulatedService.Start.AddMinutes((now - latest + i) * step), last[i]);
            if (offset > 0.095) above++;
            if (offset < -0.095) below++;
        }

        return Math.Max(above, below) > latest / 2;
    }

    private DriftBaseline? Learn(DriftSignal signal, double[] values, int now, DriftBaseline? known)
    {
        int from = now - (BaselineDays * day);
        if (known?.Shift is { } shift)
        {
            from = Math.Max(from, (int)((shift.Since - SimulatedService.Start).TotalMinutes / step));
            if (now - from < OwnDays * day) return known;
        }

        return DriftBaseline.Learn(signal, SimulatedService.Series(values, from, now, step));
    }
}

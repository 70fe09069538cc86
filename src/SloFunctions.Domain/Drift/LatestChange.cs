namespace SloFunctions.Domain.Drift;

/// <summary>How large the last change of a series is, whether it matters and whether it lasts.</summary>
internal static class LatestChange
{
    // What must still be so at the end: the latest values, so that what is over is none.
    private static readonly TimeSpan Latest = TimeSpan.FromMinutes(5);
    private const int LatestValues = 3;

    // Of the change of a latency: less than that of it is left by chance after a change that is over.
    private const double StillThere = 2.0 / 3;

    public static (DriftReason Reason, DriftChange Change) Of(
        DriftSeries series, int first, ReadOnlySpan<double> standardised, DriftBaseline baseline, double target)
    {
        int onset = first + ChangePoint.Last(standardised);
        int last = series.Values.Count - 1;
        while (last > onset && !double.IsFinite(standardised[last - first])) last--;
        var since = ChangeLevel.Of(series, baseline, onset, last);
        int still = Math.Max(LatestValues, (int)(Latest / series.Step));
        var latest = ChangeLevel.Of(series, baseline, Math.Max(onset, last - still + 1), last, isMedian: baseline.Signal == DriftSignal.Latency);
        double? burnRate = baseline.Signal == DriftSignal.ErrorRatio ? since.Value / (1 - target) : null;
        var change = new DriftChange(series.TimeOf(onset), series.Step * (last - onset), since.Value, since.Usual, since.Offset, burnRate);
        if (!Matters(since) || !Matters(latest)) return (DriftReason.VoteTooSmall, change);
        return (change.Lasted < DriftPolicy.LeastDuration ? DriftReason.VoteTooShort : DriftReason.Drift, change);

        bool Matters(ChangeLevel level) => baseline.Signal == DriftSignal.Latency
            ? Math.Abs(Math.Exp(level.Offset) - 1) >= DriftPolicy.LeastLatencyChange && level.Offset / since.Offset >= StillThere
            : level.Value > DriftPolicy.LeastBurnRate * (1 - target) && level.Value >= level.Usual * (1 + DriftPolicy.LeastLatencyChange);
    }
}

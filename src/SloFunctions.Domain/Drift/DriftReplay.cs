namespace SloFunctions.Domain.Drift;

/// <summary>
/// Runs the detectors over the latest values of a series and lets them vote. It keeps nothing from one series to the next: the
/// same values give the same vote. Reuse it for many series; not for several threads at once.
/// </summary>
public sealed class DriftReplay
{
    private readonly IDriftDetector[] detectors;
    private readonly Detection?[] last = new Detection?[3];

    /// <summary>Detectors with the parameters of a policy.</summary>
    public DriftReplay(DriftPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        detectors = [new PageHinkley(policy.PageHinkley), new Adwin(policy.Adwin), new KolmogorovSmirnovWindow(policy.KolmogorovSmirnov)];
    }

    /// <summary>Replays a series.</summary>
    /// <param name="start">The time of the first value.</param>
    /// <param name="step">From one value to the next; above zero.</param>
    /// <param name="values">Standardised values, oldest first; not a number in gaps.</param>
    public DriftVote Run(DateTimeOffset start, TimeSpan step, ReadOnlySpan<double> values)
    {
        Array.Clear(last);
        foreach (var detector in detectors) detector.Reset();
        int points = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i])) continue;
            points++;
            for (int d = 0; d < detectors.Length; d++)
            {
                if (detectors[d].Update(values[i])) last[d] = new Detection(i, detectors[d].Statistic, detectors[d].Threshold);
            }
        }

        // Counted to the end of the series, not of its values: a gap at the end does not keep a vote alive.
        var end = start + (step * (values.Length - 1));
        DetectorReading[] readings = [.. detectors.Select((detector, d) => Reading((DriftDetector)d, detector, last[d]))];
        DateTimeOffset[] votes = [.. readings.Where(r => r.IsDetected).Select(r => r.DetectedAt!.Value).Order()];
        return new DriftVote(readings, votes.Length < DriftPolicy.Majority ? null : votes[DriftPolicy.Majority - 1], points);

        DetectorReading Reading(DriftDetector name, IDriftDetector detector, Detection? detection)
        {
            if (detection is not { } found) return new DetectorReading(name, null, IsDetected: false, detector.Statistic, detector.Threshold);
            var time = start + (step * found.Index);
            return new DetectorReading(name, time, end - time < DriftPolicy.Latch, found.Statistic, found.Threshold);
        }
    }

    private readonly record struct Detection(int Index, double Statistic, double Threshold);
}

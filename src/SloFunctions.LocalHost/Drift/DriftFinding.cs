using SloFunctions.Domain.Drift;

namespace SloFunctions.LocalHost.Drift;

/// <summary>Where a detector tells changes in a series.</summary>
/// <param name="Series">The name of the series.</param>
/// <param name="Detector">The name of the detector, or <c>vote</c>.</param>
/// <param name="Points">Values of the series without gaps.</param>
/// <param name="Gaps">Its gaps.</param>
/// <param name="Detections">The indices of the values at which a change is told, gaps counted.</param>
internal sealed record DriftFinding(string Series, string Detector, int Points, int Gaps, IReadOnlyList<int> Detections)
{
    /// <summary>One finding a detector, and that of their vote when there is one.</summary>
    public static IReadOnlyList<DriftFinding> Of(NumberSeries series, IReadOnlyList<(string Name, IDriftDetector Detector)> detectors, int? latch)
    {
        int gaps = series.Values.Count(double.IsNaN), points = series.Values.Count - gaps;
        List<DriftFinding> findings = [.. detectors.Select(d => new DriftFinding(series.Name, d.Name, points, gaps, Told(d.Detector, series.Values)))];
        if (latch is { } length) findings.Add(new DriftFinding(series.Name, "vote", points, gaps, Votes([.. findings.Select(f => f.Detections)], length)));
        return findings;
    }

    private static int[] Told(IDriftDetector detector, IReadOnlyList<double> values)
    {
        detector.Reset();
        return [.. values.Index().Where(v => detector.Update(v.Item)).Select(v => v.Index)];
    }

    // Where a detection finds enough others in force; another vote needs that one to have ended.
    private static List<int> Votes(IReadOnlyList<int>[] detections, int latch)
    {
        var votes = new List<int>();
        int agreedUntil = 0;
        foreach (int i in detections.SelectMany(d => d).Distinct().Order())
        {
            int[] ends = [.. detections.SelectMany(d => d.Where(at => at <= i && i < at + (long)latch).TakeLast(1)).Select(at => at + latch).OrderDescending()];
            if (ends.Length < DriftPolicy.Majority) continue;
            if (votes.Count == 0 || i >= agreedUntil) votes.Add(i);
            agreedUntil = ends[DriftPolicy.Majority - 1];
        }

        return votes;
    }
}

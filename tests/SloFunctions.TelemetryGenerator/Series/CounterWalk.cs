namespace SloFunctions.TelemetryGenerator.Series;

/// <summary>The values a scraper sees of one counter, sample by sample: restarts count from 0, absent samples are passed over.</summary>
internal struct CounterWalk(PodHistory pod, int[] increments, List<SampleRange> absences, SampleRange? gap)
{
    private int nextRestart;
    private int nextAbsence;

    public int Sample { get; private set; } = pod.Life.First - 1;

    public long Value { get; private set; }

    public bool MoveNext()
    {
        while (++Sample <= pod.Life.Last)
        {
            if (nextRestart < pod.Restarts.Count && Sample == pod.Restarts[nextRestart] + 1)
            {
                nextRestart++;
                Value = 0;
            }

            Value += Sample == pod.Life.First ? 0 : increments[Sample];
            if (!IsAbsent())
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAbsent()
    {
        if (gap is { } lost && Sample >= lost.First && Sample <= lost.Last)
        {
            return true;
        }

        if (nextAbsence < absences.Count && Sample > absences[nextAbsence].Last)
        {
            nextAbsence++;
        }

        return nextAbsence < absences.Count && Sample >= absences[nextAbsence].First;
    }
}

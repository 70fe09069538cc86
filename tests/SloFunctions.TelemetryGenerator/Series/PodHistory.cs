using SloFunctions.TelemetryGenerator.Traffic;

namespace SloFunctions.TelemetryGenerator.Series;

/// <summary>What happened at one pod, per step; the step after each restart begins to count from 0.</summary>
public sealed class PodHistory(string name, SampleRange life, int steps, bool withLatency)
{
    public string Name { get; } = name;

    /// <summary>First and last sample of the pod's series.</summary>
    public SampleRange Life { get; } = life;

    public int[] Requests { get; } = new int[steps + 1];

    public List<StatusCounter> Statuses { get; } = [];

    /// <summary>Requests per latency bucket (not cumulative) and step; empty, as the two below, where only requests are generated.</summary>
    public int[][] Buckets { get; } =
        withLatency ? [.. Enumerable.Range(0, LatencyModel.Bounds.Length + 1).Select(_ => new int[steps + 1])] : [];

    public int[] LatencyMilliseconds { get; } = withLatency ? new int[steps + 1] : [];

    public int[] ThrottledMilliseconds { get; } = withLatency ? new int[steps + 1] : [];

    /// <summary>Samples right after which the pod restarted: the next sample counts from 0 again.</summary>
    public List<int> Restarts { get; } = [];
}

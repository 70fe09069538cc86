using SloFunctions.Domain.Drift;

namespace SloFunctions.Application.Drift;

/// <summary>What the metric store says of a service at each instant of a span; NaN where it was not measured or nobody asked it anything.</summary>
/// <param name="Latency">The 99th percentile of latency, in seconds.</param>
/// <param name="Errors">Failed requests within the rate window; 0 where there were requests and none of them failed.</param>
/// <param name="Totals">Requests within the rate window.</param>
public sealed record ServicePoints(double[] Latency, double[] Errors, double[] Totals)
{
    /// <summary>A service that was not measured.</summary>
    public static ServicePoints None(int count)
    {
        double[] gaps = new double[count];
        Array.Fill(gaps, double.NaN);
        return new ServicePoints(gaps, gaps, gaps);
    }

    /// <summary>One of the series that detectors watch; before <paramref name="since"/>, if it is given, nothing counts as measured.</summary>
    public DriftSeries Series(DriftSignal signal, PointSpan span, DateTimeOffset? since = null)
    {
        double[] values = new double[span.Count];
        int first = since is { } begin ? Math.Clamp(span.IndexOf(begin) + 1, 0, values.Length) : 0;
        Array.Fill(values, double.NaN, 0, first);
        for (int i = first; i < values.Length; i++) values[i] = signal == DriftSignal.Latency ? Latency[i] : Errors[i] / Totals[i];
        return new DriftSeries(span.First, span.Step, values);
    }
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace SloFunctions.Functions.Observability;

/// <summary>What one instrument has measured, by its labels. An instrument gives its labels in one order always.</summary>
internal sealed class InstrumentSeries
{
    private readonly Instrument instrument;
    private readonly double[]? bounds;
    private readonly bool isGauge;
    private readonly ConcurrentDictionary<LabelValues, Series> series = new();
    private string[] names = [];

    public InstrumentSeries(Instrument instrument)
    {
        this.instrument = instrument;
        bounds = instrument is Histogram<double> histogram ? [.. histogram.Advice?.HistogramBucketBoundaries ?? []] : null;
        isGauge = instrument.IsObservable;
    }

    /// <summary>Takes in a measurement.</summary>
    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = LabelValues.Of(tags);
        if (!series.TryGetValue(key, out var own))
        {
            if (tags.Length > names.Length) names = [.. tags.ToArray().Select(t => t.Key)];
            own = series.GetOrAdd(key, new Series(bounds?.Length + 1 ?? 0));
        }

        lock (own)
        {
            own.Sum = isGauge ? value : own.Sum + value;
            if (bounds is not null) own.Counts[Bucket(value)]++;
        }
    }

    /// <summary>Forgets what was observed, before it is observed again.</summary>
    public void Forget()
    {
        if (isGauge) series.Clear();
    }

    /// <summary>All of it, each sample with these labels too.</summary>
    public MetricFamily ToFamily(KeyValuePair<string, string> common) => new(
        instrument.Name,
        bounds is not null ? "histogram" : isGauge ? "gauge" : "counter",
        instrument.Description ?? instrument.Name,
        [.. series.OrderBy(s => (s.Key.First, s.Key.Second, s.Key.Third)).SelectMany(s => Samples(s.Value, [common, .. s.Key.With(names)]))]);

    private List<MetricSample> Samples(Series own, KeyValuePair<string, string>[] labels)
    {
        lock (own)
        {
            if (bounds is null) return [new("", labels, own.Sum)];
            var samples = new List<MetricSample>(bounds.Length + 3);
            long below = 0;
            for (int i = 0; i < own.Counts.Length; i++)
            {
                below += own.Counts[i];
                string bound = PrometheusText.Number(i < bounds.Length ? bounds[i] : double.PositiveInfinity);
                samples.Add(new("_bucket", [.. labels, new("le", bound)], below));
            }

            samples.Add(new("_sum", labels, own.Sum));
            samples.Add(new("_count", labels, below));
            return samples;
        }
    }

    // Bounds are inclusive above.
    private int Bucket(double value)
    {
        int at = Array.BinarySearch(bounds!, value);
        return at >= 0 ? at : ~at;
    }

    private sealed class Series(int buckets)
    {
        public double Sum { get; set; }

        public long[] Counts { get; } = new long[buckets];
    }
}

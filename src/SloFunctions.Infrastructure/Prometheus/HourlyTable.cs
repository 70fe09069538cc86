using System.Text.RegularExpressions;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>Puts the answers of the grouped queries together, service by service and hour by hour.</summary>
internal sealed class HourlyTable(TimeWindow window, PrometheusOptions options)
{
    // Nothing real counts so much in an hour, and years of it still fit into 64 bits.
    private const double MostCounted = 1e15;

    // What one layout of the store may hold.
    private const int MostBounds = 200;

    private readonly Dictionary<(ServiceId Service, int Hour), Cell> cells = [];
    private readonly Regex failures = new($@"\A(?:{options.FailurePattern})\z", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));

    public void AddRequests(IEnumerable<PrometheusSeries> answer)
    {
        foreach (var series in answer)
        {
            bool failed = failures.IsMatch(series.Labels.GetValueOrDefault(options.StatusLabel, ""));
            ForEach(series, create: true, (cell, value) => cell.AddRequests(value, failed));
        }
    }

    public void AddLatency(IEnumerable<PrometheusSeries> answer)
    {
        foreach (var series in answer)
        {
            // One service's broken bucket must not keep the others' hours from being read.
            if (PrometheusAnswer.ReadValue(series.Labels.GetValueOrDefault("le")) is not { } bound) continue;
            if (double.IsFinite(bound) || double.IsPositiveInfinity(bound))
                ForEach(series, create: false, (cell, value) => cell.AddBucket(bound, value));
        }
    }

    public void AddThrottling(IEnumerable<PrometheusSeries> answer)
    {
        foreach (var series in answer) ForEach(series, create: false, (cell, value) => cell.Throttled = value);
    }

    public IReadOnlyList<ServiceHour> ToHours() =>
        [.. cells.Select(c => new ServiceHour(c.Key.Service, c.Value.ToSli(window.Start.AddHours(c.Key.Hour))))];

    private void ForEach(PrometheusSeries series, bool create, Action<Cell, double> add)
    {
        if (!ServiceId.Parse(series.Labels.GetValueOrDefault(options.ServiceLabel), "service").TryGet(out var service, out _)) return;
        foreach (var (time, value) in series.Points)
        {
            // An evaluation at the end of an hour tells of that hour.
            int hour = window.IndexOf(time) - 1;
            if (hour < 0 || hour >= window.Hours || !(value is >= 0 and <= MostCounted)) continue;
            if (!cells.TryGetValue((service, hour), out var cell))
            {
                if (!create) continue;
                cells[(service, hour)] = cell = new Cell();
            }

            add(cell, value);
        }
    }

    private sealed class Cell
    {
        private readonly SortedDictionary<double, long> buckets = [];
        private long good;
        private long total;

        public double? Throttled { get; set; }

        public void AddRequests(double count, bool failed)
        {
            long whole = Whole(count);
            total += whole;
            if (!failed) good += whole;
        }

        public void AddBucket(double bound, double count) => buckets[bound] = buckets.GetValueOrDefault(bound) + Whole(count);

        public HourlySli ToSli(DateTimeOffset hour) => new(hour, new SliCounts(good, total), ToHistogram(), Throttled);

        // Without the +Inf bucket the number of requests is unknown, and without another one there is nothing to measure.
        private LatencyHistogram? ToHistogram() =>
            buckets.Count is > 1 and <= MostBounds + 1 && buckets.ContainsKey(double.PositiveInfinity)
                ? new LatencyHistogram([.. buckets.Keys.Where(double.IsFinite)], [.. buckets.Values])
                : null;

        private static long Whole(double count) => (long)Math.Round(count, MidpointRounding.AwayFromZero);
    }
}

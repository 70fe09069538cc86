using System.Text.RegularExpressions;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>Puts the answers of the grouped queries together, service by service and hour by hour.</summary>
internal sealed class HourlyTable(TimeWindow window, PrometheusOptions options)
{
    private readonly Dictionary<(ServiceId Service, int Hour), HourlyCell> cells = [];
    private readonly Dictionary<string, ServiceId?> services = new(StringComparer.Ordinal);
    private readonly Regex failures = new($@"\A(?:{options.FailurePattern})\z", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));

    /// <summary>How many service labels were passed over because they look like data of a person.</summary>
    public int RefusedLabels { get; private set; }

    public void AddRequests(IEnumerable<PrometheusSeries> answer)
    {
        foreach (var series in answer)
        {
            bool failed = failures.IsMatch(series.Labels.GetValueOrDefault(options.StatusLabel, ""));
            ForEach(series, create: true, (cell, value) => cell.AddRequests(SampleCount.Of(value), failed));
        }
    }

    public void AddLatency(IEnumerable<PrometheusSeries> answer)
    {
        foreach (var series in answer)
        {
            if (SampleCount.BoundOf(series) is { } bound)
                ForEach(series, create: false, (cell, value) => cell.Latency.Add(bound, SampleCount.Of(value)));
        }
    }

    public void AddLayouts(IEnumerable<PrometheusSeries> answer)
    {
        foreach (var series in answer)
        {
            if (SampleCount.BoundOf(series) is { } bound)
                ForEach(series, create: false, (cell, value) => cell.Latency.AddSeries(bound, SampleCount.Of(value) ?? 0));
        }
    }

    public void AddThrottling(IEnumerable<PrometheusSeries> answer)
    {
        foreach (var series in answer)
        {
            ForEach(series, create: false, (cell, value) =>
            {
                if (SampleCount.Of(value) is not null) cell.Throttled = value;
            });
        }
    }

    public IReadOnlyList<ServiceHour> ToHours() =>
        [.. cells.Select(c => new ServiceHour(c.Key.Service, c.Value.ToSli(window.Start.AddHours(c.Key.Hour))))];

    private void ForEach(PrometheusSeries series, bool create, Action<HourlyCell, double> add)
    {
        if (FindService(series.Labels.GetValueOrDefault(options.ServiceLabel, "")) is not { } service) return;
        foreach (var (time, value) in series.Points)
        {
            // An evaluation at the end of an hour tells of that hour.
            int hour = window.IndexOf(time) - 1;
            if (hour < 0 || hour >= window.Hours) continue;
            if (!cells.TryGetValue((service, hour), out var cell))
            {
                if (!create) continue;
                cells[(service, hour)] = cell = new HourlyCell();
            }

            add(cell, value);
        }
    }

    private ServiceId? FindService(string label)
    {
        if (services.TryGetValue(label, out var known)) return known;
        ServiceId? service = ServiceId.Parse(label, "service").TryGet(out var id, out _) ? id : null;
        if (service is not null && PersonalData.Find(label) is not null)
        {
            RefusedLabels++;
            service = null;
        }

        return services[label] = service;
    }
}

using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>
/// Hourly counts from Prometheus by grouped queries. Most series only grow, and a cheap query counts them; the services with a
/// series that began or restarted in the window are asked about again.
/// </summary>
public sealed class PrometheusTelemetrySource(PrometheusClient client, PrometheusOptions options) : ITelemetrySource
{
    // Beyond, asking about all services costs less than matching names.
    private const int NamedServices = 100;

    private readonly TelemetryQueries queries = new(options);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ServiceHour>> ReadHoursAsync(
        TimeWindow window, IReadOnlyCollection<ServiceId>? only, CancellationToken cancellation)
    {
        if (window.Hours == 0) return [];
        string[]? names = only is { Count: <= NamedServices } ? [.. only.Select(s => s.Value)] : null;
        var table = new HourlyTable(window, options);
        table.AddRequests(await CountAsync(queries.Requests, names, window, cancellation));
        table.AddLatency(await CountAsync(queries.Latency, names, window, cancellation));
        table.AddThrottling(await QueryAsync(queries.Throttling(names), window, cancellation));
        return table.ToHours();
    }

    private async Task<IEnumerable<PrometheusSeries>> CountAsync(
        CounterQueries counter, string[]? only, TimeWindow window, CancellationToken cancellation)
    {
        var steady = await QueryAsync(counter.Steady(only), window, cancellation);
        var unsteady = (await QueryAsync(counter.Unsteady(only), window, cancellation)).Select(Service).ToHashSet();
        if (unsteady.Count == 0) return steady;
        var exact = await QueryAsync(counter.Exact(unsteady.Count <= NamedServices ? unsteady : only), window, cancellation);
        return steady.Where(s => !unsteady.Contains(Service(s))).Concat(exact.Where(s => unsteady.Contains(Service(s))));
    }

    private string Service(PrometheusSeries series) => series.Labels.GetValueOrDefault(options.ServiceLabel, "");

    private Task<IReadOnlyList<PrometheusSeries>> QueryAsync(string query, TimeWindow window, CancellationToken cancellation) =>
        client.QueryHourlyAsync(query, window.Start.AddHours(1), window.End, cancellation);
}

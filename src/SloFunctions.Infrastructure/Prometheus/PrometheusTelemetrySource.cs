using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>Hourly counts from Prometheus, three grouped queries a window.</summary>
public sealed class PrometheusTelemetrySource(PrometheusClient client, PrometheusOptions options) : ITelemetrySource
{
    private readonly TelemetryQueries queries = new(options);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ServiceHour>> ReadHoursAsync(
        TimeWindow window, IReadOnlyCollection<ServiceId>? only, CancellationToken cancellation)
    {
        if (window.Hours == 0) return [];
        var table = new HourlyTable(window, options);
        table.AddRequests(await QueryAsync(queries.Requests(only), window, cancellation));
        table.AddLatency(await QueryAsync(queries.Latency(only), window, cancellation));
        table.AddThrottling(await QueryAsync(queries.Throttling(only), window, cancellation));
        return table.ToHours();
    }

    private Task<IReadOnlyList<PrometheusSeries>> QueryAsync(string query, TimeWindow window, CancellationToken cancellation) =>
        client.QueryHourlyAsync(query, window.Start.AddHours(1), window.End, cancellation);
}

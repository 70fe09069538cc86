using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>
/// Hourly counts from Prometheus by grouped queries. Most series only grow, and a cheap query counts them; the services with a
/// series that began or restarted in the window are asked about again, and so are those whose instances count into different
/// latency buckets. Service labels that look like data of a person are neither asked for nor given.
/// </summary>
public sealed partial class PrometheusTelemetrySource(
    PrometheusClient client, PrometheusOptions options, ILogger<PrometheusTelemetrySource>? logger = null) : ITelemetrySource
{
    // Beyond, asking about all services costs less than matching names.
    private const int NamedServices = 100;

    private readonly TelemetryQueries queries = new(options);
    private readonly ILogger log = logger ?? NullLogger<PrometheusTelemetrySource>.Instance;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ServiceHour>> ReadHoursAsync(
        TimeWindow window, IReadOnlyCollection<ServiceId>? only, CancellationToken cancellation)
    {
        string[]? wanted = only is null ? null : [.. only.Select(s => s.Value).Where(name => PersonalData.Find(name) is null)];
        if (wanted?.Length < only?.Count) LogServices(only.Count - wanted.Length);
        if (window.Hours == 0 || wanted is []) return [];

        string[]? names = wanted is { Length: <= NamedServices } ? wanted : null;
        var table = new HourlyTable(window, options);
        table.AddRequests(await CountAsync(queries.Requests, names, window, cancellation));
        table.AddLatency(await CountAsync(queries.Latency, names, window, cancellation));
        table.AddLayouts(await LayoutsAsync(names, window, cancellation));
        table.AddThrottling(await QueryAsync(queries.Throttling(names), window, cancellation));
        if (table.RefusedLabels > 0) LogLabels(table.RefusedLabels);
        return table.ToHours();
    }

    private async Task<IEnumerable<PrometheusSeries>> CountAsync(
        CounterQueries counter, string[]? only, TimeWindow window, CancellationToken cancellation)
    {
        var steady = await QueryAsync(counter.Steady(only), window, cancellation);
        var unsteady = await ServicesAsync(counter.Unsteady(only), window, cancellation);
        if (unsteady.Count == 0) return steady;
        var exact = await QueryAsync(counter.Exact(Named(unsteady, only)), window, cancellation);
        return steady.Where(s => !unsteady.Contains(Service(s))).Concat(exact.Where(s => unsteady.Contains(Service(s))));
    }

    private async Task<IEnumerable<PrometheusSeries>> LayoutsAsync(string[]? only, TimeWindow window, CancellationToken cancellation)
    {
        var uneven = await ServicesAsync(queries.Latency.Uneven(only), window, cancellation);
        return uneven.Count == 0 ? [] : await QueryAsync(queries.Latency.Series(Named(uneven, only)), window, cancellation);
    }

    private async Task<HashSet<string>> ServicesAsync(string query, TimeWindow window, CancellationToken cancellation) =>
        [.. (await QueryAsync(query, window, cancellation)).Select(Service).Distinct(StringComparer.Ordinal).Where(name => PersonalData.Find(name) is null)];

    private static IReadOnlyCollection<string>? Named(HashSet<string> services, string[]? otherwise) =>
        services.Count <= NamedServices ? services : otherwise;

    private string Service(PrometheusSeries series) => series.Labels.GetValueOrDefault(options.ServiceLabel, "");

    private Task<IReadOnlyList<PrometheusSeries>> QueryAsync(string query, TimeWindow window, CancellationToken cancellation) =>
        client.QueryHourlyAsync(query, window.Start.AddHours(1), window.End, cancellation);

    [LoggerMessage(2401, LogLevel.Warning, "Passed over {Count} service labels of the metric store that look like data of a person")]
    private partial void LogLabels(int count);

    [LoggerMessage(2402, LogLevel.Warning, "Asked for no telemetry of {Count} registered services whose ids look like data of a person")]
    private partial void LogServices(int count);
}

using SloFunctions.Application.Maintenance;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Maintenance;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>
/// Counts of parts of hours from Prometheus, by the same differences of counters as those of whole hours. Service ids that look
/// like data of a person are not asked for.
/// </summary>
public sealed class PrometheusPartialHours(PrometheusClient client, PrometheusOptions options) : IPartialHours
{
    // As many names as fit into a query well.
    private const int NamedServices = 100;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ServiceHour>> ReadAsync(MaintenanceSpan part, IReadOnlyCollection<ServiceId> services, CancellationToken cancellation)
    {
        var hour = TimeWindow.HourOf(part.Start);
        if (part.End > hour.AddHours(1)) throw new ArgumentOutOfRangeException(nameof(part), part, "A part lies within one hour.");
        var queries = new TelemetryQueries(options, part.Length);
        var found = new List<ServiceHour>();
        foreach (string[] names in services.Select(s => s.Value).Where(name => PersonalData.Find(name) is null).Chunk(NamedServices))
        {
            var table = new HourlyTable(new TimeWindow(hour, hour.AddHours(1)), options);
            table.AddRequests(await AskAsync(queries.Requests.Exact(names), part, cancellation));
            table.AddLatency(await AskAsync(queries.Latency.Exact(names), part, cancellation));
            table.AddLayouts(await AskAsync(queries.Latency.Series(names), part, cancellation));
            found.AddRange(table.ToHours());
        }

        return found;
    }

    // The table takes what was evaluated at the end of an hour for that of the hour.
    private async Task<IEnumerable<PrometheusSeries>> AskAsync(string query, MaintenanceSpan part, CancellationToken cancellation)
    {
        var end = TimeWindow.HourOf(part.Start).AddHours(1);
        return (await client.QueryAtAsync(query, part.End, cancellation)).Select(s => s with { Points = [(end, s.Points[0].Value)] });
    }
}

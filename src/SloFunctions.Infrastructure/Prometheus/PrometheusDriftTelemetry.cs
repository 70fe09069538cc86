using SloFunctions.Application.Drift;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>Points from three range queries, and one about replicas before them, however many services they are about. Services whose ids look like data of a person are not asked for.</summary>
public sealed class PrometheusDriftTelemetry(PrometheusClient client, PrometheusOptions options) : IDriftTelemetry
{
    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<ServiceId, ServicePoints>> ReadAsync(
        IReadOnlyCollection<ServiceId> services, PointSpan span, CancellationToken cancellation)
    {
        var named = services.Where(s => PersonalData.Find(s.Value) is null).ToDictionary(s => s.Value, StringComparer.Ordinal);
        if (named.Count == 0) return new Dictionary<ServiceId, ServicePoints>();
        var queries = new DriftQueries(options, named.Keys, span.RateWindow);
        queries.IsReplicated = await IsReplicatedAsync(queries, span, cancellation);
        var totals = await ReadAsync(queries.Totals, named, span, cancellation);
        var errors = await ReadAsync(queries.Errors, named, span, cancellation);
        var latency = await ReadAsync(queries.Latency, named, span, cancellation);
        return totals.Keys.Union(latency.Keys).ToDictionary(s => s, s => Points(s, totals, errors, latency, span.Count));
    }

    private async Task<bool> IsReplicatedAsync(DriftQueries queries, PointSpan span, CancellationToken cancellation) =>
        queries.Replicated(span.Last - span.First + span.RateWindow) is { } query && (await client.QueryAtAsync(query, span.Last, cancellation)).Count > 0;

    private async Task<Dictionary<ServiceId, double[]>> ReadAsync(
        string query, Dictionary<string, ServiceId> named, PointSpan span, CancellationToken cancellation)
    {
        var all = new Dictionary<ServiceId, double[]>();
        foreach (var series in await client.QueryRangeAsync(query, span.First, span.Last, span.Step, cancellation))
        {
            if (!named.TryGetValue(series.Labels.GetValueOrDefault(options.ServiceLabel, ""), out var service)) continue;
            double[] values = all[service] = Gaps(span.Count);
            foreach (var (time, value) in series.Points)
            {
                int index = span.IndexOf(time);
                if (index >= 0 && index < values.Length && value is >= 0 and < double.PositiveInfinity) values[index] = value;
            }
        }

        return all;
    }

    private static ServicePoints Points(
        ServiceId service,
        Dictionary<ServiceId, double[]> allTotals,
        Dictionary<ServiceId, double[]> allErrors,
        Dictionary<ServiceId, double[]> allLatency,
        int count)
    {
        var totals = allTotals.GetValueOrDefault(service) ?? Gaps(count);
        var errors = allErrors.GetValueOrDefault(service) ?? Gaps(count);
        for (int i = 0; i < count; i++)
        {
            // Without traffic there is no ratio; with traffic and without a series of errors there were none.
            if (totals[i] is not > 0) totals[i] = errors[i] = double.NaN;
            else errors[i] = double.IsNaN(errors[i]) ? 0 : Math.Min(errors[i], totals[i]);
        }

        return new ServicePoints(allLatency.GetValueOrDefault(service) ?? Gaps(count), errors, totals);
    }

    private static double[] Gaps(int count)
    {
        double[] values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }
}

using System.Text.RegularExpressions;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>Answers questions about one service from Prometheus, with the same rules for bad telemetry as the hourly counts.</summary>
public sealed class PrometheusServiceTelemetry(PrometheusClient client, PrometheusOptions options, TimeProvider clock) : IServiceTelemetry
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private readonly Regex failures = new($@"\A(?:{options.FailurePattern})\z", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));

    /// <inheritdoc/>
    public async Task<Reading<SliCounts>> ReadAvailabilityAsync(ServiceId service, TimeSpan window, CancellationToken cancellation)
    {
        if (Refusal(service) is { } refusal) return Reading<SliCounts>.None(refusal);
        var answer = await AskAsync(Queries(service, window).Requests, cancellation);
        if (answer.Count == 0) return Reading<SliCounts>.None("No requests are exported for the service in this time.");

        var cell = new HourlyCell();
        foreach (var series in answer)
            cell.AddRequests(SampleCount.Of(series.Points[0].Value), failures.IsMatch(series.Labels.GetValueOrDefault(options.StatusLabel, "")));
        var sli = cell.ToSli(default);
        return sli.IsMeasured ? sli.Counts : Reading<SliCounts>.None("The request counters were NaN, infinite or beyond belief in this time.");
    }

    /// <inheritdoc/>
    public async Task<Reading<IReadOnlyList<LatencyPercentile>>> ReadLatencyAsync(
        ServiceId service, IReadOnlyList<double> percentiles, TimeSpan window, CancellationToken cancellation)
    {
        if (percentiles.FirstOrDefault(p => p is not (> 0 and < 1), 0.5) is var wrong and not 0.5)
            throw new ArgumentOutOfRangeException(nameof(percentiles), wrong, "A percentile is a share in (0, 1).");
        if (!(await ReadAvailabilityAsync(service, window, cancellation)).TryGet(out var counts))
            return Reading<IReadOnlyList<LatencyPercentile>>.None("Without requests there is no latency.");

        var queries = Queries(service, window);
        var tally = new BucketTally();
        foreach (var (bound, value) in await BucketsAsync(queries.Latency, cancellation)) tally.Add(bound, SampleCount.Of(value));
        foreach (var (bound, value) in await BucketsAsync(queries.LatencySeries, cancellation)) tally.AddSeries(bound, SampleCount.Of(value) ?? 0);
        var (latency, defects) = tally.ToHistogram(counts.Total);
        if (latency is not { Total: > 0 })
        {
            return Reading<IReadOnlyList<LatencyPercentile>>.None(
                defects == TelemetryDefects.None ? "No durations are exported for the service in this time." : $"The latency buckets cannot be right: {defects}.");
        }

        return percentiles.Select(p => new LatencyPercentile(p, latency.Quantile(p), latency.IsBeyondBounds(p))).ToArray();
    }

    /// <inheritdoc/>
    public async Task<Reading<double>> ReadBurnRateAsync(ServiceId service, double target, TimeSpan window, CancellationToken cancellation)
    {
        var reading = await ReadAvailabilityAsync(service, window, cancellation);
        if (!reading.TryGet(out var counts)) return Reading<double>.None(reading.Note!);
        return BurnRate.Of(counts, target) is { } rate ? rate : Reading<double>.None("Without requests no budget is spent.");
    }

    /// <inheritdoc/>
    public async Task<Reading<InfrastructureUse>> ReadInfrastructureAsync(ServiceId service, TimeSpan window, CancellationToken cancellation)
    {
        if (Refusal(service) is { } refusal) return Reading<InfrastructureUse>.None(refusal);
        var queries = Queries(service, window);
        double? cpu = await AskForOneAsync(queries.CpuSeconds, cancellation);
        double? memory = await AskForOneAsync(queries.MemoryBytes, cancellation);
        double? throttled = await AskForOneAsync(queries.ThrottledSeconds, cancellation);
        return (cpu, memory, throttled) is (null, null, null)
            ? Reading<InfrastructureUse>.None("No container metrics are exported for the service in this time.")
            : new InfrastructureUse(cpu / window.TotalSeconds, memory, throttled);
    }

    private static string? Refusal(ServiceId service) =>
        PersonalData.Find(service.Value) is { } kind ? $"The service id looks like {kind}, which must not get into queries." : null;

    private ServiceQueries Queries(ServiceId service, TimeSpan window)
    {
        if (window < Shortest || window > Longest)
            throw new ArgumentOutOfRangeException(nameof(window), window, "A window of a minute to 7 days is expected.");
        return new ServiceQueries(options, service.Value, window);
    }

    private async Task<IEnumerable<(double Bound, double Value)>> BucketsAsync(string query, CancellationToken cancellation) =>
        (await AskAsync(query, cancellation))
            .Select(s => (Bound: SampleCount.BoundOf(s), s.Points[0].Value))
            .Where(b => b.Bound is not null)
            .Select(b => (b.Bound!.Value, b.Value));

    private async Task<double?> AskForOneAsync(string query, CancellationToken cancellation) =>
        await AskAsync(query, cancellation) is [var only, ..] && only.Points[0].Value is >= 0 and < double.PositiveInfinity and var value ? value : null;

    private Task<IReadOnlyList<PrometheusSeries>> AskAsync(string query, CancellationToken cancellation) =>
        client.QueryAtAsync(query, clock.GetUtcNow(), cancellation);
}

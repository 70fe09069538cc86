using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using System.Globalization;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Functions.Middleware;

/// <summary>What is measured of HTTP requests. Safe for use by several threads.</summary>
public sealed class RequestInstruments : IDisposable
{
    /// <summary>Requests answered, by method, endpoint and status_code.</summary>
    public const string Total = "slo_engine_http_requests_total";

    /// <summary>How long requests took, in seconds, by method and endpoint.</summary>
    public const string Duration = "slo_engine_http_request_duration_seconds";

    // Made once, since they are needed with every request.
    private static readonly FrozenDictionary<int, string> Statuses =
        Enumerable.Range(100, 500).ToFrozenDictionary(s => s, s => s.ToString(CultureInfo.InvariantCulture));

    private static readonly FrozenSet<string> Methods = FrozenSet.Create(StringComparer.Ordinal, "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static readonly InstrumentAdvice<double> Buckets = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] };

    private readonly Meter meter;
    private readonly Counter<long> total;
    private readonly Histogram<double> duration;

    /// <summary>Creates the instruments.</summary>
    public RequestInstruments()
    {
        meter = new Meter(new MeterOptions(TelemetryInstruments.MeterName) { Scope = this });
        total = meter.CreateCounter<long>(Total, description: "HTTP requests answered.");
        duration = meter.CreateHistogram(Duration, "s", "How long HTTP requests took.", tags: null, Buckets);
    }

    /// <summary>Notes a request.</summary>
    /// <param name="method">Its method; one that nobody has heard of counts as <c>OTHER</c>, since there could be any number.</param>
    /// <param name="endpoint">The template of its route, never its path: that would be a series for everything anybody asks for.</param>
    /// <param name="status">The status it was answered with.</param>
    /// <param name="elapsed">How long it took, the body included.</param>
    public void Record(string method, string endpoint, int status, TimeSpan elapsed)
    {
        var byMethod = new KeyValuePair<string, object?>("method", Methods.Contains(method) ? method : "OTHER");
        var byEndpoint = new KeyValuePair<string, object?>("endpoint", endpoint);
        total.Add(1, byMethod, byEndpoint, new("status_code", Statuses.GetValueOrDefault(status, "other")));
        duration.Record(elapsed.TotalSeconds, byMethod, byEndpoint);
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();
}

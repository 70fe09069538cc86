using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Polly.CircuitBreaker;
using SloFunctions.Application.Observability;
using SloFunctions.Application.Telemetry;
using SloFunctions.Infrastructure.Credentials;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>Measures and traces queries, each attempt by itself. Safe for use by several threads.</summary>
public sealed partial class PrometheusInstruments : IDisposable
{
    /// <summary>How long attempts took, in seconds, by query_type.</summary>
    public const string Duration = "slo_engine_prometheus_query_duration_seconds";

    /// <summary>Attempts that failed, by query_type and error_type.</summary>
    public const string Errors = "slo_engine_prometheus_query_errors_total";

    /// <summary>The breaker around a server: 0 closed, 1 half open, 2 open.</summary>
    public const string Breaker = "slo_engine_circuit_breaker_state";

    private static readonly InstrumentAdvice<double> Buckets = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] };

    private readonly Meter meter;
    private readonly Histogram<double> duration;
    private readonly Counter<long> errors;
    private readonly TimeProvider clock;
    private readonly ILogger logger;

    /// <summary>Creates the instruments.</summary>
    public PrometheusInstruments(TimeProvider clock, ILogger<PrometheusInstruments>? logger = null)
    {
        this.clock = clock;
        this.logger = logger ?? NullLogger<PrometheusInstruments>.Instance;
        meter = new Meter(new MeterOptions(TelemetryInstruments.MeterName) { Scope = this });
        duration = meter.CreateHistogram(Duration, "s", "How long one attempt at a query of the metric store took.", tags: null, Buckets);
        errors = meter.CreateCounter<long>(Errors, description: "Attempts at queries of the metric store that failed.");
        meter.CreateObservableGauge(Breaker, Measure, description: "The circuit breaker of a server: 0 closed, 1 half open, 2 open.");
    }

    /// <summary>Tells the state of the breaker around the queries.</summary>
    internal CircuitBreakerStateProvider BreakerState { get; } = new();

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    /// <summary>Makes one attempt.</summary>
    /// <param name="type"><c>instant</c> or <c>range</c>.</param>
    /// <param name="query">The query, for logs of level Debug alone.</param>
    /// <param name="ask">The attempt.</param>
    /// <param name="caller">Who cancels this does not make it a failure.</param>
    internal async Task<T> ObserveAsync<T>(string type, string query, Func<Task<T>> ask, CancellationToken caller)
    {
        using var span = Tracing.Source.StartActivity("PromQL", ActivityKind.Client);
        span?.SetTag("query_type", type).SetTag("server", PrometheusClient.Name);
        LogQuery(type, query);
        long start = clock.GetTimestamp();
        try
        {
            return await ask();
        }
        catch (Exception failure) when (!caller.IsCancellationRequested)
        {
            string kind = KindOf(failure);
            span.Fail(kind);
            RecordError(type, kind);
            throw;
        }
        finally
        {
            duration.Record(clock.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("query_type", type));
        }
    }

    /// <summary>Notes a query that the breaker let nobody make.</summary>
    internal void RecordOpenCircuit(string type) => RecordError(type, "circuit_open");

    private void RecordError(string type, string kind) => errors.Add(1, new("query_type", type), new("error_type", kind));

    private static string KindOf(Exception failure) => failure switch
    {
        OperationCanceledException => "timeout",
        QueryRefusedException => "refused",
        CredentialException => "credential",
        HttpRequestException { StatusCode: not null } => "server_error",
        HttpRequestException or IOException => "connection",
        FormatException or JsonException => "malformed",
        _ => "other",
    };

    private Measurement<int> Measure()
    {
        int state = BreakerState.CircuitState switch
        {
            CircuitState.Closed => 0,
            CircuitState.HalfOpen => 1,
            _ => 2,
        };
        return new(state, new KeyValuePair<string, object?>("dependency", PrometheusClient.Name));
    }

    [LoggerMessage(4301, LogLevel.Debug, "PromQL query ({QueryType}) executed: {Query}")]
    private partial void LogQuery(string queryType, string query);
}

using System.Diagnostics.Metrics;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Application.Graph;

/// <summary>What is measured of the dependency graph. Safe for use by several threads.</summary>
public sealed class GraphInstruments : IDisposable
{
    /// <summary>Services in the dependency graph, as this process last saw it.</summary>
    public const string Nodes = "slo_engine_dependency_graph_nodes";

    /// <summary>Events and submissions that were kept as dead letters, by reason.</summary>
    public const string DeadLetters = "slo_engine_graph_dead_letters_total";

    // Beyond, an instance that no longer looks would tell of a graph that may be gone.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly Meter meter;
    private readonly TimeProvider clock;
    private readonly Counter<long> deadLetters;
    private volatile Observation? last;

    /// <summary>Creates the instruments.</summary>
    public GraphInstruments(TimeProvider clock)
    {
        this.clock = clock;
        meter = new Meter(new MeterOptions(TelemetryInstruments.MeterName) { Scope = this });
        meter.CreateObservableGauge(Nodes, Measure, description: "Services in the dependency graph.");
        deadLetters = meter.CreateCounter<long>(DeadLetters, "{dead letter}", "Graph events and submissions that were kept as dead letters.");
    }

    /// <summary>Notes how many services the graph has.</summary>
    public void Observe(int nodes) => last = new Observation(nodes, clock.GetTimestamp());

    /// <summary>Notes a dead letter.</summary>
    /// <param name="reason">Why, in kebab-case; one of few.</param>
    public void CountDeadLetter(string reason) => deadLetters.Add(1, new KeyValuePair<string, object?>("reason", reason));

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<int>> Measure() =>
        last is { } seen && clock.GetElapsedTime(seen.At) < Lifetime ? [new(seen.Nodes)] : [];

    private sealed record Observation(int Nodes, long At);
}

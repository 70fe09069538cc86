using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>The dependencies that traces have shown lately, as a service graph connector counts them in Prometheus.</summary>
public sealed class ServiceGraphDiscovery(PrometheusClient client, PrometheusOptions options, TimeProvider clock) : IGraphDiscovery
{
    // What the connector calls the two kinds of connection that matter here; others are plain calls, those of databases too.
    private const string Message = "messaging_system";
    private const string Virtual = "virtual_node";

    // Nothing real is called so often in a day.
    private const double MostCalls = 1e15;

    /// <inheritdoc/>
    public DiscoverySource Source => DiscoverySource.OtelServiceGraph;

    /// <inheritdoc/>
    public bool IsConfigured => options.ServiceGraphMetric.Length > 0;

    /// <inheritdoc/>
    public async Task<DiscoveredGraph> DiscoverAsync(CancellationToken cancellation)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds());
        var series = await client.QueryAtAsync(ServiceGraphQuery.Calls(options), now, cancellation);
        var graph = new GraphCollector(Source, now);
        var calls = new List<PrometheusSeries>();
        foreach (var counted in series.Where(s => s.Points[0].Value > 0))
        {
            if (HasMadeUpEnd(counted)) graph.Skip("one end is a name that the connector made up", Line(Client(counted), Server(counted)));
            else calls.Add(counted);
        }

        foreach (var pair in calls.GroupBy(s => (Client: Client(s), Server: Server(s))).OrderBy(p => Line(p.Key.Client, p.Key.Server), StringComparer.Ordinal))
            Add(graph, pair.Key, [.. pair]);
        return graph.ToGraph();
    }

    private void Add(GraphCollector graph, (string Client, string Server) pair, PrometheusSeries[] series)
    {
        // A caller that waits for some of the answers waits.
        var mode = series.All(s => Connection(s) == Message) ? CommunicationMode.Async : CommunicationMode.Sync;
        var attributes = new EdgeAttributesBody(Term<CommunicationMode>.Name(mode), null, null, null, null);
        double calls = series.Sum(s => s.Points[0].Value);
        graph.Add(
            new EdgeBody(pair.Client, pair.Server, attributes),
            Line(pair.Client, pair.Server),
            (long)Math.Round(Math.Clamp(calls, 1, MostCalls), MidpointRounding.AwayFromZero));
    }

    // Where one end is not instrumented; a name that was taken from a span is that of a real peer.
    private bool HasMadeUpEnd(PrometheusSeries series) =>
        Connection(series) == Virtual && (Client(series) == "user" || Server(series) == "unknown");

    private string Client(PrometheusSeries series) => series.Labels.GetValueOrDefault(options.ServiceGraphClientLabel, "");

    private string Server(PrometheusSeries series) => series.Labels.GetValueOrDefault(options.ServiceGraphServerLabel, "");

    private string Connection(PrometheusSeries series) => series.Labels.GetValueOrDefault(options.ServiceGraphConnectionLabel, "");

    private static string Line(string client, string server) => $"{client} -> {server}";
}

using SloFunctions.Application.Graph;
using SloFunctions.Infrastructure.Kubernetes;

namespace SloFunctions.Infrastructure.Tests.Kubernetes;

/// <summary>Tests that read a cluster of their own.</summary>
public abstract class ClusterTests : IAsyncLifetime
{
    internal ApiServer Cluster { get; private set; } = null!;

    public async Task InitializeAsync() => Cluster = await ApiServer.StartAsync();

    public async Task DisposeAsync() => await Cluster.DisposeAsync();

    protected Task<DiscoveredGraph> DiscoverAsync(CancellationToken cancellation = default) =>
        new KubernetesDiscovery(Cluster.Options, new Uri(Cluster.Options.ApiServer + "/"), Cluster.Clock).DiscoverAsync(cancellation);

    /// <summary>Adds a Service with these annotations.</summary>
    protected void AddService(string @namespace, string name, params (string Name, string Value)[] annotations) => Cluster.Add(
        "services",
        @namespace,
        name,
        new
        {
            metadata = new { annotations = annotations.ToDictionary(a => $"slo-functions.io/{a.Name}", a => a.Value) },
            spec = new { type = "ClusterIP", selector = new { app = name } },
        });

    /// <summary>Adds a config map that declares dependencies.</summary>
    protected void AddDeclarations(string @namespace, string name, params (string Key, string Value)[] data) => Cluster.Add(
        "configmaps",
        @namespace,
        name,
        new
        {
            metadata = new { labels = new Dictionary<string, string> { ["slo-functions.io/dependencies"] = "true" } },
            data = data.ToDictionary(d => d.Key, d => d.Value),
        });
}

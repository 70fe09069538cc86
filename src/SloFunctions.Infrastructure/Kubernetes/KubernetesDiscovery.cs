using SloFunctions.Application.Failures;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Infrastructure.Kubernetes;

/// <summary>The services of a Kubernetes cluster, and the dependencies that its objects declare.</summary>
/// <param name="options">How the cluster is read.</param>
/// <param name="address">Where its API server is; null when it is not to be read.</param>
/// <param name="clock">The time of waits and of the observation.</param>
public sealed class KubernetesDiscovery(KubernetesOptions options, Uri? address, TimeProvider clock) : IGraphDiscovery
{
    /// <inheritdoc/>
    public DiscoverySource Source => DiscoverySource.Kubernetes;

    /// <inheritdoc/>
    public bool IsConfigured => address is not null;

    /// <inheritdoc/>
    public async Task<DiscoveredGraph> DiscoverAsync(CancellationToken cancellation)
    {
        var graph = new GraphCollector(Source, clock.GetUtcNow());
        using var connection = await OpenAsync(cancellation);
        var client = new KubernetesClient(connection, options, clock);
        KubernetesService[] services = [.. (await client.ListAsync<KubernetesService>(KubernetesResource.Services, cancellation)).Where(IsWanted)];
        var deployments = await TryListAsync<KubernetesDeployment>(client, KubernetesResource.Deployments, graph, cancellation);
        var declarations = await TryListAsync<KubernetesConfigMap>(client, KubernetesResource.Declarations, graph, cancellation);

        var names = new ServiceNames(services);
        AddServices(graph, services, names, deployments.ToLookup(d => d.Metadata.Namespace ?? "", StringComparer.Ordinal));
        // Before the annotations, which know less of a dependency.
        foreach (var map in declarations) DeclaredDependencies.Add(map, graph);
        foreach (var service in services) AddDependencies(graph, service, names);
        return graph.ToGraph();
    }

    private async Task<KubernetesConnection> OpenAsync(CancellationToken cancellation)
    {
        try
        {
            return await KubernetesConnection.OpenAsync(address ?? throw new InvalidOperationException("No API server is configured."), options, cancellation);
        }
        catch (KubernetesAccessException e)
        {
            throw new DependencyUnavailableException(KubernetesClient.Name, TimeSpan.FromMinutes(1), e);
        }
    }

    // Services are what this is about; a cluster that keeps the rest to itself still has those.
    private static async Task<IReadOnlyList<T>> TryListAsync<T>(
        KubernetesClient client, KubernetesResource resource, GraphCollector graph, CancellationToken cancellation)
    {
        try
        {
            return await client.ListAsync<T>(resource, cancellation);
        }
        catch (DependencyUnavailableException e) when (e.InnerException is KubernetesAccessException refusal)
        {
            graph.Skip(refusal.Message, resource.Name);
            return [];
        }
    }

    private static void AddServices(
        GraphCollector graph, KubernetesService[] services, ServiceNames names, ILookup<string, KubernetesDeployment> deployments)
    {
        foreach (var service in services)
        {
            string id = names.Of(service);
            var around = deployments[service.Namespace];
            // A statement that is wrong costs the statements, not the service.
            graph.Add(
                new NodeBody(id, ServiceDescription.Metadata(service, around, withStatements: true)),
                Place(service),
                new NodeBody(id, ServiceDescription.Metadata(service, around, withStatements: false)));
        }
    }

    private static void AddDependencies(GraphCollector graph, KubernetesService service, ServiceNames names)
    {
        string list = service.Metadata.Annotation(Annotations.DependsOn) ?? "";
        foreach (string target in list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            graph.Add(
                new EdgeBody(names.Of(service), names.Resolve(target, service.Namespace), null),
                $"{Place(service)}, annotation {Annotations.DependsOn}");
        }
    }

    private bool IsWanted(KubernetesService service) =>
        (service.Namespace, service.Name) != ("default", "kubernetes")
        && (options.Namespaces.Length > 0 || !service.Namespace.StartsWith("kube-", StringComparison.Ordinal));

    private static string Place(KubernetesService service) => $"service {service.Namespace}/{service.Name}";
}

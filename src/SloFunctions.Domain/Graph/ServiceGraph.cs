namespace SloFunctions.Domain.Graph;

/// <summary>The effective dependency graph of all services: for each dependency what its most trusted source says.</summary>
public sealed class ServiceGraph
{
    private readonly Dictionary<ServiceId, int> places;
    private readonly Lazy<ILookup<int, GraphDependency>> bySource;

    /// <summary>Takes over a graph.</summary>
    /// <param name="services">All services, each once.</param>
    /// <param name="dependencies">All dependencies, each pair of services at most once.</param>
    /// <exception cref="ArgumentException">A service is named twice.</exception>
    public ServiceGraph(IReadOnlyList<GraphService> services, IReadOnlyList<GraphDependency> dependencies)
    {
        Services = services;
        Dependencies = dependencies;
        places = services.Index().ToDictionary(s => s.Item.Id, s => s.Index);
        bySource = new Lazy<ILookup<int, GraphDependency>>(() => dependencies.ToLookup(d => d.Source));
    }

    /// <summary>All services; dependencies name them by their place here.</summary>
    public IReadOnlyList<GraphService> Services { get; }

    /// <summary>All dependencies.</summary>
    public IReadOnlyList<GraphDependency> Dependencies { get; }

    /// <summary>The dependencies that a service has, by its place.</summary>
    public IEnumerable<GraphDependency> DependenciesOf(int service) => bySource.Value[service];

    /// <summary>The place of a service among <see cref="Services"/>; null when the graph does not hold it.</summary>
    public int? PlaceOf(ServiceId service) => places.TryGetValue(service, out int place) ? place : null;
}

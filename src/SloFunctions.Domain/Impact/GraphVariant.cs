using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Impact;

/// <summary>A graph that is being changed step by step to see what would become of it; the original stays as it is.</summary>
public sealed class GraphVariant
{
    private readonly List<GraphService> services;
    private readonly Dictionary<ServiceId, int> places;
    private readonly Dictionary<(int Source, int Target), GraphDependency> dependencies;
    private readonly List<double> own;
    private readonly HashSet<int> touched = [];

    /// <summary>Begins with a graph as it is.</summary>
    public GraphVariant(ServiceGraph graph, ServiceAvailabilities availabilities)
    {
        services = [.. graph.Services];
        places = services.Index().ToDictionary(s => s.Item.Id, s => s.Index);
        dependencies = graph.Dependencies.ToDictionary(d => (d.Source, d.Target));
        own = [.. availabilities.Own];
    }

    /// <summary>Each service's own availability with perfect dependencies, a ratio in [0, 1], by number.</summary>
    public IReadOnlyList<double> Own => own;

    /// <summary>The services that were changed, or whose dependencies were.</summary>
    public IReadOnlySet<int> Touched => touched;

    /// <summary>Whether services or dependencies were added or taken away.</summary>
    public bool HasOtherStructure { get; private set; }

    /// <summary>The number of a service; null when there is none of that name.</summary>
    public int? PlaceOf(ServiceId service) => places.TryGetValue(service, out int place) ? place : null;

    /// <summary>The dependency of one service on another; null when there is none.</summary>
    public GraphDependency? Find(int source, int target) => dependencies.GetValueOrDefault((source, target));

    /// <summary>The targets of a service that belong to a group of alternatives.</summary>
    public IReadOnlyList<int> Members(int source, string group) =>
        [.. dependencies.Values.Where(d => d.Source == source && d.IsHard && d.RedundancyGroup == group).Select(d => d.Target)];

    /// <summary>Adds a service that nothing is known of but its availability.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="ArgumentException">There is one of that name.</exception>
    public int Add(ServiceId service, double availability)
    {
        places.Add(service, services.Count);
        services.Add(new GraphService(service, ServiceType.Internal, null));
        own.Add(availability);
        HasOtherStructure = true;
        touched.Add(services.Count - 1);
        return services.Count - 1;
    }

    /// <summary>Gives a service another availability of its own.</summary>
    public void SetOwn(int service, double availability)
    {
        own[service] = availability;
        touched.Add(service);
    }

    /// <summary>Adds a dependency, or replaces the one between the same services.</summary>
    public void Put(GraphDependency dependency)
    {
        dependencies[(dependency.Source, dependency.Target)] = dependency;
        HasOtherStructure = true;
        touched.Add(dependency.Source);
    }

    /// <summary>Takes a dependency away.</summary>
    public void Remove(int source, int target)
    {
        dependencies.Remove((source, target));
        HasOtherStructure = true;
        touched.Add(source);
    }

    /// <summary>The graph as it has become; services that were there before keep their numbers.</summary>
    public ServiceGraph ToGraph() => new([.. services], [.. dependencies.Values]);
}

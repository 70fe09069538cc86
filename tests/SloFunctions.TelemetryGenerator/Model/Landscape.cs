namespace SloFunctions.TelemetryGenerator.Model;

/// <summary>The services and the calls between them; an acyclic graph.</summary>
public sealed record Landscape(IReadOnlyList<ServiceDefinition> Services, IReadOnlyList<DependencyEdge> Edges)
{
    /// <summary>The first <paramref name="count"/> services of the web shop, continued by svc-0051 and so on.</summary>
    public static Landscape Shop(int count, ulong seed)
    {
        var services = ShopServices.All.Take(count).ToList();
        var known = services.Select(s => s.Id).ToHashSet();
        var edges = ShopEdges.All.Where(e => known.Contains(e.Source) && known.Contains(e.Target)).ToList();
        NumberedServices.Append(services, edges, count, seed);
        return new(services, edges);
    }

    /// <summary>svc-0001 and so on, all ordinary.</summary>
    public static Landscape Plain(int count, ulong seed)
    {
        List<ServiceDefinition> services = [];
        List<DependencyEdge> edges = [];
        NumberedServices.Append(services, edges, count, seed);
        return new(services, edges);
    }
}

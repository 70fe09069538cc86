namespace SloFunctions.Domain.Graph;

/// <summary>What lies between two states of the dependency graph.</summary>
public static class GraphDifference
{
    /// <summary>
    /// The services whose availability may have changed: those that are other ones than before, that depend in another way
    /// than before, and everyone who transitively depends on them, before or after.
    /// </summary>
    public static IReadOnlySet<ServiceId> Affected(ServiceGraph before, ServiceGraph after)
    {
        var callers = new Dictionary<ServiceId, List<ServiceId>>();
        AddCallers(before, callers);
        AddCallers(after, callers);

        var affected = Changed(before, after);
        var next = new Queue<ServiceId>(affected);
        while (next.TryDequeue(out var service))
        {
            if (!callers.TryGetValue(service, out var upstream)) continue;
            foreach (var caller in upstream.Where(affected.Add)) next.Enqueue(caller);
        }

        return affected;
    }

    private static HashSet<ServiceId> Changed(ServiceGraph before, ServiceGraph after)
    {
        var changed = before.Services.Except(after.Services).Concat(after.Services.Except(before.Services)).Select(s => s.Id).ToHashSet();
        var past = before.Dependencies.Select(d => Named(before, d)).ToHashSet();
        var present = after.Dependencies.Select(d => Named(after, d)).ToHashSet();
        changed.UnionWith(past.Where(d => !present.Contains(d)).Select(d => d.Source));
        changed.UnionWith(present.Where(d => !past.Contains(d)).Select(d => d.Source));
        return changed;
    }

    private static (ServiceId Source, ServiceId Target, GraphDependency Terms) Named(ServiceGraph graph, GraphDependency d) =>
        (graph.Services[d.Source].Id, graph.Services[d.Target].Id, d with { Source = 0, Target = 0 });

    private static void AddCallers(ServiceGraph graph, Dictionary<ServiceId, List<ServiceId>> callers)
    {
        foreach (var d in graph.Dependencies)
        {
            var target = graph.Services[d.Target].Id;
            if (!callers.TryGetValue(target, out var list)) callers[target] = list = [];
            list.Add(graph.Services[d.Source].Id);
        }
    }
}

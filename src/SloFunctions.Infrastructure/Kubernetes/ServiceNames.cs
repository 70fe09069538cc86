namespace SloFunctions.Infrastructure.Kubernetes;

/// <summary>
/// The ids of a cluster's Services: what the annotation says, else the name, else — where Services of several namespaces
/// share it — the name and the namespace.
/// </summary>
internal sealed class ServiceNames
{
    private readonly Dictionary<(string Namespace, string Name), string> ids;

    /// <summary>Names the Services; all of them have to be known, since one name depends on the others.</summary>
    public ServiceNames(IReadOnlyCollection<KubernetesService> services)
    {
        var shared = services.Where(s => Declared(s) is null)
            .GroupBy(s => s.Name, StringComparer.Ordinal)
            .Where(g => g.Select(s => s.Namespace).Distinct(StringComparer.Ordinal).Skip(1).Any())
            .Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);
        ids = services.GroupBy(Key).ToDictionary(g => g.Key, g => Declared(g.First()) ?? (shared.Contains(g.Key.Name) ? Qualified(g.Key) : g.Key.Name));
    }

    /// <summary>The id of a Service.</summary>
    public string Of(KubernetesService service) => ids[Key(service)];

    /// <summary>The id that a reference means: a Service of the same namespace, one written <c>name.namespace</c>, or an id as it is.</summary>
    public string Resolve(string reference, string @namespace)
    {
        if (ids.TryGetValue((@namespace, reference), out string? near)) return near;
        int dot = reference.LastIndexOf('.');
        return dot > 0 && ids.TryGetValue((reference[(dot + 1)..], reference[..dot]), out string? far) ? far : reference;
    }

    private static string? Declared(KubernetesService service) => service.Metadata.Annotation(Annotations.ServiceId);

    private static (string Namespace, string Name) Key(KubernetesService service) => (service.Namespace, service.Name);

    private static string Qualified((string Namespace, string Name) key) => $"{key.Name}.{key.Namespace}";
}

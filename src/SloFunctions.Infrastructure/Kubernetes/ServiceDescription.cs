using System.Globalization;
using System.Text.Json;

namespace SloFunctions.Infrastructure.Kubernetes;

/// <summary>What a Service and the Deployments behind it tell of a service.</summary>
internal static class ServiceDescription
{
    /// <summary>The facts of the cluster, which are never refused, and the statements of people, which may be.</summary>
    /// <param name="service">The Service.</param>
    /// <param name="deployments">The Deployments of its namespace.</param>
    /// <param name="withStatements">Whether what people wrote into annotations is included.</param>
    public static JsonElement Metadata(KubernetesService service, IEnumerable<KubernetesDeployment> deployments, bool withStatements)
    {
        var metadata = new Dictionary<string, object>(StringComparer.Ordinal) { ["namespace"] = service.Namespace };
        if (service.ExternalName is { } host) (metadata["service_type"], metadata["external_name"]) = ("external", host);
        if (Replicas(service, deployments) is { } replicas) metadata["replicas"] = replicas;
        if (withStatements) AddStatements(metadata, service.Metadata);
        return JsonSerializer.SerializeToElement(metadata);
    }

    private static void AddStatements(Dictionary<string, object> metadata, ObjectMeta meta)
    {
        if (meta.Labels?.GetValueOrDefault(Annotations.PartOf) is { Length: > 0 } whole) metadata["part_of"] = whole;
        foreach (string name in Annotations.Metadata)
            if (meta.Annotation(Annotations.For(name)) is { } text) metadata[name] = text;
        // A text that is no number stays one, so that it is reported rather than lost.
        if (meta.Annotation(Annotations.Tier) is { } tier)
            metadata["tier"] = int.TryParse(tier, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : tier;
    }

    private static long? Replicas(KubernetesService service, IEnumerable<KubernetesDeployment> deployments)
    {
        if (service.Spec?.Selector is not { Count: > 0 } selector) return null;
        long[] counts = [.. deployments.Where(d => d.Runs(selector)).Select(d => (long)d.Replicas)];
        return counts.Length > 0 ? counts.Sum() : null;
    }
}

namespace SloFunctions.Infrastructure.Kubernetes;

/// <summary>A Deployment object.</summary>
/// <param name="Metadata">Its metadata.</param>
/// <param name="Spec">What it runs.</param>
internal sealed record KubernetesDeployment(ObjectMeta Metadata, KubernetesDeployment.Specification? Spec)
{
    /// <summary>The pods asked for; one when it does not say.</summary>
    public int Replicas => Spec?.Replicas ?? 1;

    /// <summary>Whether its pods carry all these labels.</summary>
    public bool Runs(IReadOnlyDictionary<string, string?> selector) =>
        Spec?.Template?.Metadata?.Labels is { } labels
        && selector.All(wanted => labels.TryGetValue(wanted.Key, out string? value) && value == wanted.Value);

    /// <summary>What a Deployment runs.</summary>
    /// <param name="Replicas">The pods asked for.</param>
    /// <param name="Template">What they look like.</param>
    internal sealed record Specification(int? Replicas, PodTemplate? Template);

    /// <summary>What a pod looks like.</summary>
    /// <param name="Metadata">Its metadata.</param>
    internal sealed record PodTemplate(ObjectMeta? Metadata);
}

namespace SloFunctions.Infrastructure.Kubernetes;

/// <summary>A Service object.</summary>
/// <param name="Metadata">Its metadata.</param>
/// <param name="Spec">What it stands for.</param>
internal sealed record KubernetesService(ObjectMeta Metadata, KubernetesService.Specification? Spec)
{
    /// <summary>Its namespace.</summary>
    public string Namespace => Metadata.Namespace ?? "";

    /// <summary>Its name.</summary>
    public string Name => Metadata.Name ?? "";

    /// <summary>The host outside of the cluster that it stands for; null when it is none of those.</summary>
    public string? ExternalName => Spec?.Type == "ExternalName" ? Spec.ExternalName : null;

    /// <summary>What a Service stands for.</summary>
    /// <param name="Type"><c>ClusterIP</c>, <c>ExternalName</c> or another.</param>
    /// <param name="ExternalName">The host that an <c>ExternalName</c> stands for.</param>
    /// <param name="Selector">The labels of the pods behind it.</param>
    internal sealed record Specification(string? Type, string? ExternalName, IReadOnlyDictionary<string, string?>? Selector);
}

namespace SloFunctions.Infrastructure.Kubernetes;

/// <summary>A ConfigMap object.</summary>
/// <param name="Metadata">Its metadata.</param>
/// <param name="Data">Its texts by key.</param>
internal sealed record KubernetesConfigMap(ObjectMeta Metadata, IReadOnlyDictionary<string, string?>? Data);

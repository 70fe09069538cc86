namespace SloFunctions.Infrastructure.Kubernetes;

/// <summary>A kind of object that the API server lists.</summary>
/// <param name="Group">Its API group; empty for the core.</param>
/// <param name="Name">Its name in paths and permissions.</param>
/// <param name="LabelSelector">Which of them are wanted; all when null.</param>
internal sealed record KubernetesResource(string Group, string Name, string? LabelSelector = null)
{
    /// <summary>Services.</summary>
    public static readonly KubernetesResource Services = new("", "services");

    /// <summary>Deployments.</summary>
    public static readonly KubernetesResource Deployments = new("apps", "deployments");

    /// <summary>Config maps that declare dependencies.</summary>
    public static readonly KubernetesResource Declarations = new("", "configmaps", $"{Annotations.Dependencies}=true");

    /// <summary>What a role has to grant, in words.</summary>
    public string Permission(string? @namespace) =>
        $"verb \"list\" on resource \"{Name}\" of API group \"{Group}\" {(@namespace is null ? "in all namespaces" : $"in namespace \"{@namespace}\"")}";

    /// <summary>The address of a page, relative to the server's.</summary>
    /// <param name="namespace">The namespace; all when null.</param>
    /// <param name="limit">The most objects on the page.</param>
    /// <param name="continueAt">The token that the page before gave; null for the first page.</param>
    public string Page(string? @namespace, int limit, string? continueAt)
    {
        string version = Group.Length == 0 ? "api/v1" : $"apis/{Group}/v1";
        string within = @namespace is null ? "" : $"namespaces/{@namespace}/";
        string selector = LabelSelector is null ? "" : $"&labelSelector={Uri.EscapeDataString(LabelSelector)}";
        string token = continueAt is null ? "" : $"&continue={Uri.EscapeDataString(continueAt)}";
        return $"{version}/{within}{Name}?limit={limit}{selector}{token}";
    }
}

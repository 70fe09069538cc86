using Microsoft.Extensions.Configuration;
using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.Infrastructure.Kubernetes;

/// <summary>Where the API server is.</summary>
public static class KubernetesAddress
{
    private const string Setting = $"{KubernetesOptions.Section}:{nameof(KubernetesOptions.ApiServer)}";

    /// <summary>The address of the settings, else that which Kubernetes tells each pod.</summary>
    /// <returns>The address, ending with a slash; null when the cluster is not to be read.</returns>
    /// <exception cref="InvalidSettingException">There is none, or a token would travel over it in the clear.</exception>
    public static Uri? Find(KubernetesOptions options, IConfiguration configuration)
    {
        if (!options.Enabled) return null;
        string text = options.ApiServer.Length > 0 ? options.ApiServer : InCluster(configuration);
        if (!Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) || !IsSafe(address))
            throw new InvalidSettingException(Setting, "An https URL is expected, or an http URL of this machine.");
        return address;
    }

    private static string InCluster(IConfiguration configuration)
    {
        if (configuration["KUBERNETES_SERVICE_HOST"] is not { Length: > 0 } host)
            throw new InvalidSettingException(Setting, "It is required outside of a cluster.");
        string name = host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;
        return $"https://{name}:{configuration["KUBERNETES_SERVICE_PORT"] ?? "443"}";
    }

    private static bool IsSafe(Uri address) =>
        address.UserInfo.Length == 0 && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback));
}

using System.ComponentModel.DataAnnotations;

namespace SloFunctions.Infrastructure.Kubernetes;

/// <summary>How services and declared dependencies are read from a Kubernetes cluster. Bound from the section <see cref="Section"/>.</summary>
public sealed class KubernetesOptions
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = "Kubernetes";

    private const string DnsLabel = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";
    private const string ServiceAccount = "/var/run/secrets/kubernetes.io/serviceaccount/";

    /// <summary>Whether the cluster is read at all. The default is no.</summary>
    public bool Enabled { get; set; }

    /// <summary>
    /// The address of the API server: https, or http on this machine's own address, as <c>kubectl proxy</c> serves it. When
    /// empty, that of the cluster the app runs in.
    /// </summary>
    public string ApiServer { get; set; } = "";

    /// <summary>A file with the bearer token of a service account, read again at each run. The default is a pod's own. Not used over http.</summary>
    [Required]
    public string TokenFile { get; set; } = ServiceAccount + "token";

    /// <summary>A PEM file with the authorities that may sign for the API server; the system's when empty. The default is a pod's own.</summary>
    public string CaFile { get; set; } = ServiceAccount + "ca.crt";

    /// <summary>The namespaces to read, comma-separated. When empty, all but those of Kubernetes itself, which begin with <c>kube-</c>.</summary>
    [RegularExpression($" *{DnsLabel}( *, *{DnsLabel})* *")]
    public string Namespaces { get; set; } = "";

    /// <summary>Objects asked for at once, 1 to 5000. The default is 500.</summary>
    [Range(1, 5000)]
    public int PageSize { get; set; } = 500;

    /// <summary>How long one attempt of a request may take. The default is 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The namespaces in <see cref="Namespaces"/>, each once.</summary>
    internal IReadOnlyList<string> NamespaceList() =>
        [.. Namespaces.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
}

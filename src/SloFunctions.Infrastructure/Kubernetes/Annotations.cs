namespace SloFunctions.Infrastructure.Kubernetes;

/// <summary>The labels and annotations by which objects of a cluster speak to the app.</summary>
internal static class Annotations
{
    /// <summary>A label of config maps: <c>true</c> when their values are lists of dependencies.</summary>
    public const string Dependencies = Prefix + "dependencies";

    /// <summary>The id of a Service in the catalogue and in telemetry, where it is not its name.</summary>
    public const string ServiceId = Prefix + "service-id";

    /// <summary>The names of the services that a Service needs, comma-separated.</summary>
    public const string DependsOn = Prefix + "depends-on";

    /// <summary>Annotations of a Service that become metadata of the same name.</summary>
    public static readonly IReadOnlyList<string> Metadata = ["team", "criticality", "runtime"];

    /// <summary>The tier of a Service, a whole number.</summary>
    public const string Tier = Prefix + "tier";

    /// <summary>The larger application that a Service belongs to; a label that Kubernetes recommends.</summary>
    public const string PartOf = "app.kubernetes.io/part-of";

    private const string Prefix = "slo-functions.io/";

    /// <summary>The annotation for a metadata name.</summary>
    public static string For(string metadata) => Prefix + metadata;
}

namespace SloFunctions.Domain.Graph;

/// <summary>Who says that a dependency exists, most trusted first: where sources disagree, the earlier one wins.</summary>
public enum DiscoverySource
{
    /// <summary>Declared by people.</summary>
    Manual,

    /// <summary>Read from a service mesh.</summary>
    ServiceMesh,

    /// <summary>Observed in traces by the OpenTelemetry service graph connector.</summary>
    OtelServiceGraph,

    /// <summary>Declared in Kubernetes objects.</summary>
    Kubernetes,
}

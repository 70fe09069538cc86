namespace SloFunctions.Domain.Graph;

/// <summary>What one source says of one dependency; the ends are places among the services of a graph.</summary>
/// <param name="Source">The caller.</param>
/// <param name="Target">The service called.</param>
/// <param name="From">Who says it.</param>
/// <param name="Mode">Whether the caller waits; null when the source does not say.</param>
/// <param name="Criticality">What the target's failure does to the caller; null when the source does not say.</param>
/// <param name="Protocol">For example <c>grpc</c>; null when unknown.</param>
/// <param name="TimeoutMs">The caller's timeout in milliseconds; null when unknown.</param>
/// <param name="RetryConfigJson">The caller's retry policy as normalised JSON; null when unknown.</param>
/// <param name="RedundancyGroup">The alternatives it belongs to; null when the source names none.</param>
/// <param name="FirstObservedAt">When the source saw it first, UTC.</param>
/// <param name="LastObservedAt">When the source saw it last, UTC.</param>
/// <param name="Confidence">How sure it was then that the dependency exists, in [0, 1].</param>
public sealed record SourcedDependency(
    int Source,
    int Target,
    DiscoverySource From,
    CommunicationMode? Mode,
    DependencyCriticality? Criticality,
    string? Protocol,
    int? TimeoutMs,
    string? RetryConfigJson,
    string? RedundancyGroup,
    DateTimeOffset FirstObservedAt,
    DateTimeOffset LastObservedAt,
    double Confidence);

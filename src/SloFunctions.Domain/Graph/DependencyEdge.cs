namespace SloFunctions.Domain.Graph;

/// <summary>One dependency: <paramref name="Source"/> calls <paramref name="Target"/>.</summary>
/// <param name="Source">The caller; never equal to the target.</param>
/// <param name="Target">The service that is called.</param>
/// <param name="Mode">Whether the caller waits; null when the source does not say.</param>
/// <param name="Criticality">What the target's failure does to the caller; null when the source does not say.</param>
/// <param name="Protocol">For example <c>grpc</c>; at most 50 characters.</param>
/// <param name="TimeoutMs">The caller's timeout in milliseconds, 0 or more; null when unknown.</param>
/// <param name="RetryConfigJson">The caller's retry policy as a JSON object; null when unknown.</param>
/// <param name="RedundancyGroup">
/// The name of the alternatives this target belongs to: of all targets that a caller names with the same group, one is
/// enough. At most 255 characters; null when nothing stands in for the target.
/// </param>
/// <param name="CallCount">Calls that the source has counted, 0 or more; null when it does not count.</param>
public sealed record DependencyEdge(
    ServiceId Source,
    ServiceId Target,
    CommunicationMode? Mode,
    DependencyCriticality? Criticality,
    string? Protocol,
    int? TimeoutMs,
    string? RetryConfigJson,
    string? RedundancyGroup = null,
    long? CallCount = null);

using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Reliability;

/// <summary>Services with their own availabilities and what they need of each other.</summary>
/// <param name="Availability">Each service's own availability with perfect dependencies, a ratio in [0, 1]; services fail independently.</param>
/// <param name="Hard">Dependencies (caller, callee) without which the caller does not work.</param>
/// <param name="Groups">Dependencies of which one of several is enough.</param>
public sealed record DependencyNetwork(
    IReadOnlyDictionary<ServiceId, double> Availability,
    IReadOnlyList<(ServiceId Caller, ServiceId Callee)> Hard,
    IReadOnlyList<RedundancyGroup> Groups);

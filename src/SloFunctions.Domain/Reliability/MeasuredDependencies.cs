using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Reliability;

/// <summary>A service, everything it transitively needs, and what was measured of each.</summary>
/// <param name="Target">The service asked about.</param>
/// <param name="HardEdges">The synchronous hard dependencies (caller, callee) among the services reachable from the target.</param>
/// <param name="Achieved">
/// The measured availability (ratio in [0, 1]) of each service that has measurements. A measured value already contains
/// the failures of the service's own dependencies.
/// </param>
public sealed record MeasuredDependencies(
    ServiceId Target,
    IReadOnlyList<(ServiceId Caller, ServiceId Callee)> HardEdges,
    IReadOnlyDictionary<ServiceId, double> Achieved);

using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Reliability;

/// <summary>Alternatives: <paramref name="Source"/> works as long as at least one of <paramref name="AnyOf"/> does.</summary>
/// <param name="Source">The service that has the alternatives.</param>
/// <param name="AnyOf">The alternatives; at least one.</param>
public sealed record RedundancyGroup(ServiceId Source, IReadOnlyList<ServiceId> AnyOf);

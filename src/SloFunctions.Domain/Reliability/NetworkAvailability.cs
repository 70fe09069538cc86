using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Reliability;

/// <summary>How available a service is with everything it needs.</summary>
/// <param name="Availability">A ratio in [0, 1]; exact.</param>
/// <param name="SinglePointsOfFailure">Every service that it cannot do without, itself included, by id.</param>
public sealed record NetworkAvailability(double Availability, IReadOnlyList<ServiceId> SinglePointsOfFailure);

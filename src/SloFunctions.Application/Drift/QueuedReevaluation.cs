using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Drift;

/// <summary>A service whose recommendations are to be computed anew.</summary>
/// <param name="Service">The service.</param>
/// <param name="QueuedAt">Since when; only recommendations made later will do.</param>
/// <param name="Attempt">Which attempt this is, from 1.</param>
public sealed record QueuedReevaluation(ServiceId Service, DateTimeOffset QueuedAt, int Attempt);

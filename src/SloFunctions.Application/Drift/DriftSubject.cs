using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Drift;

/// <summary>A service to be looked at.</summary>
/// <param name="Service">The service.</param>
/// <param name="Target">The share of good requests promised, in [0, 1): of the active SLO, else what is recommended; null without either.</param>
public sealed record DriftSubject(ServiceId Service, double? Target);

using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Observability;

/// <summary>A percentile of the duration of a service's requests over the last 28 days.</summary>
/// <param name="Service">The service.</param>
/// <param name="Percentile">Which one, as a share in (0, 1).</param>
/// <param name="Seconds">Its value.</param>
public sealed record MeasuredLatency(ServiceId Service, double Percentile, double Seconds);

using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Telemetry;

/// <summary>How far the stored counts reach.</summary>
/// <param name="Through">The end of the last stored hour; null before the first run.</param>
/// <param name="Unfilled">Registered services whose history has not been read yet.</param>
public sealed record AggregationState(DateTimeOffset? Through, IReadOnlyList<ServiceId> Unfilled);

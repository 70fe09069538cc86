using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Telemetry;

/// <summary>One indicator of a service over a window.</summary>
/// <param name="Service">The service.</param>
/// <param name="Type">What was computed.</param>
/// <param name="Value">A ratio, milliseconds or requests a second, as the type says; never negative.</param>
/// <param name="Samples">The requests that it was computed from.</param>
public sealed record SliAggregate(ServiceId Service, AggregateType Type, decimal Value, long Samples);

using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Reliability;

/// <summary>The best that is known of a service's availability, its dependencies' failures included.</summary>
/// <param name="Basis">What it rests on.</param>
/// <param name="Value">A ratio in [0, 1]; null when nothing is known.</param>
public readonly record struct KnownAvailability(AvailabilityBasis Basis, double? Value)
{
    /// <summary>What a provider's promise is reduced by before it counts as an availability: 0.10 percentage points.</summary>
    public const double SlaAllowance = 0.001;

    /// <summary>Telemetry, else an external provider's promise, else the service's own SLO.</summary>
    /// <param name="service">The service.</param>
    /// <param name="observed">What telemetry says, a ratio in [0, 1]; null when it is silent.</param>
    /// <param name="target">The target of its active SLO, a ratio in [0, 1]; null without one.</param>
    /// <exception cref="ArgumentException">A value is no ratio.</exception>
    public static KnownAvailability Of(GraphService service, double? observed, double? target)
    {
        if (observed is not (null or (>= 0 and <= 1))) throw new ArgumentException($"The availability of {service.Id} is no ratio in [0, 1].", nameof(observed));
        if (target is not (null or (>= 0 and <= 1))) throw new ArgumentException($"The target of {service.Id} is no ratio in [0, 1].", nameof(target));
        if (observed is not null) return new(AvailabilityBasis.Observed, observed);
        if (service is { Type: ServiceType.External, PublishedSla: { } sla })
            return new(AvailabilityBasis.PublishedSla, Math.Clamp((sla / 100) - SlaAllowance, 0, 1));
        return target is null ? new(AvailabilityBasis.AssumedPerfect, null) : new(AvailabilityBasis.SloTarget, target);
    }
}

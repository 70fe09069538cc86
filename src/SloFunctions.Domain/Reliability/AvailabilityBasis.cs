namespace SloFunctions.Domain.Reliability;

/// <summary>What a service's availability rests on.</summary>
public enum AvailabilityBasis
{
    /// <summary>Its own telemetry.</summary>
    Observed,

    /// <summary>The promise of its external provider, less 0.10 percentage points.</summary>
    PublishedSla,

    /// <summary>Its active SLO, because nothing was observed.</summary>
    SloTarget,

    /// <summary>Nothing is known; taken to fail only with its dependencies.</summary>
    AssumedPerfect,
}

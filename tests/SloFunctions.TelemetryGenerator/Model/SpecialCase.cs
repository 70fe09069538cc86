namespace SloFunctions.TelemetryGenerator.Model;

/// <summary>The situation a service is there to show; <see cref="Ordinary"/> services only have seasons and incidents.</summary>
public enum SpecialCase
{
    Ordinary,
    ZeroTraffic,
    ZeroError,
    LowTraffic,
    TotalOutage,
    LateBorn5xx,
    CounterReset,
    TelemetryGap,
    DuplicatedPod,
    MultiPod,
    LatencyStep,
    LatencyRamp,
    WeeklySeasonality,
    SharedOutage,
}

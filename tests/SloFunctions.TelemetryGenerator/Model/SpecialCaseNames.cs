namespace SloFunctions.TelemetryGenerator.Model;

/// <summary>The names of the cases in <c>truth.json</c>.</summary>
public static class SpecialCaseNames
{
    /// <summary>The lowercase snake-case name of <paramref name="value"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public static string NameOf(SpecialCase value) => value switch
    {
        SpecialCase.Ordinary => "ordinary",
        SpecialCase.ZeroTraffic => "zero_traffic",
        SpecialCase.ZeroError => "zero_error",
        SpecialCase.LowTraffic => "low_traffic",
        SpecialCase.TotalOutage => "total_outage",
        SpecialCase.LateBorn5xx => "late_born_5xx",
        SpecialCase.CounterReset => "counter_reset",
        SpecialCase.TelemetryGap => "telemetry_gap",
        SpecialCase.DuplicatedPod => "duplicated_pod",
        SpecialCase.MultiPod => "multi_pod",
        SpecialCase.LatencyStep => "latency_step",
        SpecialCase.LatencyRamp => "latency_ramp",
        SpecialCase.WeeklySeasonality => "weekly_seasonality",
        SpecialCase.SharedOutage => "shared_outage",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown case."),
    };
}

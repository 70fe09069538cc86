using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Reports;

/// <summary>One SLO that people chose, compared.</summary>
/// <param name="Slo">The SLO.</param>
/// <param name="Difference">How its target differs from the balanced one; null when none is recommended.</param>
/// <param name="TrialDays">The days of the trial; null when there are too few.</param>
/// <param name="Trial">What would have become of both targets.</param>
internal sealed record ShadowComparison(ShadowSlo Slo, TargetDifference? Difference, TimeWindow? TrialDays, ShadowTrial Trial)
{
    /// <summary>Compares an SLO.</summary>
    public static ShadowComparison Of(ShadowSlo slo, TimeWindow? days, ObjectiveCounts counts) => new(
        slo,
        slo.Recommended?.Balanced.Target is { } balanced ? TargetDifference.Between(slo.ManualTarget, balanced) : null,
        days,
        ShadowTrial.Of(slo.ManualTarget, slo.Tried?.Balanced.Target, days, counts));
}

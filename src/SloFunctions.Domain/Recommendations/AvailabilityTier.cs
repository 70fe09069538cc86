namespace SloFunctions.Domain.Recommendations;

/// <summary>A recommended availability target. All availabilities are ratios in [0, 1].</summary>
/// <param name="Tier">The tier.</param>
/// <param name="RawTarget">The level that is supported, before it is snapped to the ladder.</param>
/// <param name="Target">The recommended target; null when none on the ladder can be recommended, for the reasons in the notes.</param>
/// <param name="BreachProbability">The probability that an SLO window falls below the target; null without a target.</param>
/// <param name="HistoricalBreachShare">The share of historical one-day windows below the target; null without a target or such windows.</param>
/// <param name="Windows">The number of historical windows looked at.</param>
/// <param name="Interval">The 95 % confidence interval of the raw target.</param>
/// <param name="ExceedsCompositeBound">Whether the target needs the service or its dependencies to improve; not where it is kept by hiding failures.</param>
/// <param name="Notes">What a reader must know about this target, as sentences.</param>
public sealed record AvailabilityTier(
    Tier Tier,
    double RawTarget,
    double? Target,
    double? BreachProbability,
    double? HistoricalBreachShare,
    int Windows,
    (double Lower, double Upper) Interval,
    bool ExceedsCompositeBound,
    IReadOnlyList<string> Notes);

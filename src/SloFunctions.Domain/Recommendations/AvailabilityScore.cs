using SloFunctions.Domain.Explanations;
using SloFunctions.Domain.Prediction;

namespace SloFunctions.Domain.Recommendations;

/// <summary>
/// The function that the balanced target is computed with, over the features that explanations vary. Its history part is the
/// predicted level at the balanced risk; its dependency part scales that level by what the dependencies let through, and caps it.
/// </summary>
/// <remarks>
/// level(drivers) × felt(dependencies) ÷ felt(dependencies as they are), capped by the composite bound. As the service is, the
/// quotient is 1, so that the score is the published raw target. Predicted levels are kept: coalitions ask for few different ones.
/// </remarks>
public sealed class AvailabilityScore
{
    private readonly Dictionary<FailureDrivers, double> levels = [];
    private readonly ServicePosterior posterior;
    private readonly TargetLimits limits;
    private readonly DependencyFactors factors;
    private readonly double risk;
    private double? last;

    /// <summary>Prepares the function for one service.</summary>
    /// <param name="posterior">What its history says.</param>
    /// <param name="limits">What bounds its targets.</param>
    /// <param name="factors">What its dependencies let through.</param>
    public AvailabilityScore(ServicePosterior posterior, TargetLimits limits, DependencyFactors factors)
    {
        (this.posterior, this.limits, this.factors) = (posterior, limits, factors);
        risk = TierPolicy.All[(int)Tier.Balanced].Risk;
        Instance = Row(posterior.Own, factors.Internal, factors.External, factors.Varied.Select(v => v.Availability));
        Background = Row(posterior.Typical, 1, 1, factors.Varied.Select(v => v.Availability));
    }

    /// <summary>The names of the features that attributions are made for.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "incident_frequency", "incident_severity", "background_error_rate", "observation_days", "downstream_dependency_risk", "external_api_reliability",
    ];

    /// <summary>The service as it is: the named features, then the availabilities of single dependencies.</summary>
    public IReadOnlyList<double> Instance { get; }

    /// <summary>What it is compared with: a typical service of the fleet that nothing else lets down.</summary>
    public IReadOnlyList<double> Background { get; }

    /// <summary>The score taken apart over its named features; single dependencies stay as they are.</summary>
    public AttributedScore Attribute() => AttributedScore.Of(Names, [.. Instance.Take(Names.Count)], [.. Background.Take(Names.Count)], Level);

    /// <summary>The balanced level before it is snapped, a ratio in [0, 1].</summary>
    /// <param name="features">As <see cref="Instance"/>, or its named part alone.</param>
    public double Level(double[] features)
    {
        double dependencies = features[4] * features[5] * Varied(features);
        double scaled = LevelOf(new FailureDrivers(features[0], features[1], features[2], features[3])) * factors.Felt(dependencies) / factors.FeltNow;
        return Math.Clamp(Math.Min(scaled, Cap(dependencies)), 0, 1);
    }

    /// <summary>The balanced target, a ratio; NaN where none can be recommended.</summary>
    /// <inheritdoc cref="Level"/>
    public double Target(double[] features) => limits.TargetFor(Level(features)) ?? double.NaN;

    private double Cap(double dependencies) => limits.Service.IsMasked ? 1 : Math.Min(1, factors.BoundNow / factors.Now * dependencies);

    private double Varied(double[] features)
    {
        double factor = 1;
        for (int i = Names.Count; i < features.Length; i++) factor *= factors.Varied[i - Names.Count].Factor(features[i]);
        return factor;
    }

    private double LevelOf(FailureDrivers drivers)
    {
        if (!levels.TryGetValue(drivers, out double level))
            last = levels[drivers] = level = new AvailabilityPrediction(posterior.With(drivers)).LevelNear(last, risk);
        return level;
    }

    private static double[] Row(FailureDrivers drivers, double inside, double outside, IEnumerable<double> dependencies) =>
        [drivers.MonthlyIncidents, drivers.TypicalImpact, drivers.BackgroundRatio, drivers.ObservedDays, inside, outside, .. dependencies];
}

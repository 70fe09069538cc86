using SloFunctions.Domain.Prediction;
using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Recommendations;

/// <summary>
/// Availability tiers by the predicted availability of the next SLO window: conservative is the level met with a
/// probability of 99.9 %, balanced with 99 %, aggressive with 95 %.
/// </summary>
public static class PredictiveAvailability
{
    /// <summary>The three tiers, least risk first.</summary>
    /// <param name="history">The measured hours.</param>
    /// <param name="record">What they say of failures.</param>
    /// <param name="prior">How the fleet fails.</param>
    /// <param name="limits">What bounds the targets.</param>
    /// <param name="random">Seeded from what is being computed.</param>
    public static IReadOnlyList<AvailabilityTier> Tiers(
        SliHistory history, IncidentRecord record, FleetPrior prior, TargetLimits limits, SeededRandom random)
    {
        var hours = history.HourlyCounts();
        var days = RollingDays.Availabilities(hours);
        days.Sort();

        var posterior = new ServicePosterior(record, prior);
        var (worse, better) = DriverBootstrap.Extremes(record, posterior.Own, hours.Length, random);
        var prediction = Predict(posterior, posterior.Own);
        var (lower, upper) = (Predict(posterior, worse), Predict(posterior, better));
        var levels = TierPolicy.All.Select(policy =>
        {
            double level = prediction.Level(policy.Risk);
            return new SupportedLevel(policy.Tier, level, (Math.Min(level, lower.Level(policy.Risk)), Math.Max(level, upper.Level(policy.Risk))));
        });
        return new TierAssembly(limits, days, prediction.BreachProbability).Assemble([.. levels]);
    }

    private static AvailabilityPrediction Predict(ServicePosterior posterior, FailureDrivers drivers) => new(posterior.With(drivers));
}

using SloFunctions.Domain.Explanations;
using SloFunctions.Domain.Prediction;
using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Reliability;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Recommendations;

public sealed class AvailabilityScoreTests
{
    private static readonly FleetPrior Prior = new FleetPriorFit(FleetArchetype.Usual).ToPrior();

    [Fact]
    public void The_service_as_it_is_scores_its_balanced_raw_target() => Property.Holds(40, random =>
    {
        var (history, record, limits, factors) = Case(random);
        var balanced = PredictiveAvailability.Tiers(history, record, Prior, limits, new SeededRandom(7))[1];
        var score = new AvailabilityScore(new ServicePosterior(record, Prior), limits, factors);

        score.Level([.. score.Instance]).ShouldBe(balanced.RawTarget, 1e-12);
        double target = score.Target([.. score.Instance]);
        (double.IsNaN(target) ? null : (double?)target).ShouldBe(balanced.Target);
    });

    [Fact]
    public void Attributions_add_up_to_the_score() => Property.Holds(25, random =>
    {
        var (_, record, limits, factors) = Case(random);
        var score = new AvailabilityScore(new ServicePosterior(record, Prior), limits, factors);
        int named = AvailabilityScore.Names.Count;

        var attributed = AttributedScore.Of(AvailabilityScore.Names, [.. score.Instance.Take(named)], [.. score.Background.Take(named)], score.Level);

        (attributed.BaseValue + attributed.Features.Sum(f => f.Phi)).ShouldBe(attributed.Value, 1e-12);
        attributed.Value.ShouldBe(score.Level([.. score.Instance]), 1e-15);
    });

    [Fact]
    public void Better_dependencies_never_lower_the_score_and_worse_ones_never_raise_it() => Property.Holds(40, random =>
    {
        var (_, record, limits, factors) = Case(random);
        var score = new AvailabilityScore(new ServicePosterior(record, Prior), limits, factors);
        double now = score.Level([.. score.Instance]);
        foreach (int feature in Enumerable.Range(4, score.Instance.Count - 4))
        {
            double[] better = [.. score.Instance], worse = [.. score.Instance];
            better[feature] = 1 - ((1 - better[feature]) / 10);
            worse[feature] = Math.Max(0, 1 - ((1 - worse[feature]) * 10));
            score.Level(better).ShouldBeGreaterThanOrEqualTo(now - 1e-12);
            score.Level(worse).ShouldBeLessThanOrEqualTo(now + 1e-12);
        }
    });

    [Fact]
    public void Hidden_failures_of_dependencies_weigh_only_as_far_as_they_are_felt()
    {
        var record = IncidentDetection.Read([.. Histories.Constant(30, 9_999, 10_000).Hours.Select(h => h?.Counts)])!;
        double Cost(double masking)
        {
            var service = Service(0.999) with { MaskingFactor = masking < 1 ? masking : null };
            var score = new AvailabilityScore(
                new ServicePosterior(record, Prior), new TargetLimits(service, null, null), new DependencyFactors(0.999, 1, 0.999, masking, []));
            double[] perfect = [.. score.Instance];
            perfect[4] = 1;
            return score.Level(perfect) - score.Level([.. score.Instance]);
        }

        Cost(0.1).ShouldBe(Cost(1) / 10, Cost(1) / 100);
    }

    private static (SliHistory History, IncidentRecord Record, TargetLimits Limits, DependencyFactors Factors) Case(SeededRandom random)
    {
        SliHistory history;
        IncidentRecord? record;
        do
        {
            history = random.History();
            record = IncidentDetection.Read([.. history.Hours.Select(h => h?.Counts)]);
        }
        while (record is null);

        double inside = 1 - (0.01 * random.Unit()), outside = 1 - (0.001 * random.Unit()), self = 1 - (0.01 * random.Unit());
        double bound = self * inside * outside;
        var varied = new VariedDependency("d", 1 - (0.01 * random.Unit()), 0, 0.9999);
        return (history, record, new TargetLimits(Service(bound), record.ExpectedRequests, null), new DependencyFactors(inside, outside, bound, 1, [varied]));
    }

    private static ServiceAvailability Service(double bound) => new(
        AvailabilityBasis.Observed, bound, SelfAvailability: 1, Composite.Exactly(bound), Composite.Exactly(bound), MaskingFactor: null, bound, 1, 1);
}

using SloFunctions.Domain.Prediction;
using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Reliability;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Recommendations;

public sealed class PredictiveAvailabilityTests
{
    private static readonly FleetPrior Prior = new FleetPriorFit(FleetArchetype.Usual).ToPrior();

    [Fact]
    public void Each_tier_is_the_level_missed_with_its_risk_and_its_target_less_often()
    {
        var history = Outages(2);
        var prediction = new AvailabilityPrediction(PredictionFeatures.Of(Record(history), Prior));

        var tiers = Tiers(history, Free);

        foreach (var (tier, policy) in tiers.Zip(TierPolicy.All))
        {
            tier.RawTarget.ShouldBe(prediction.Level(policy.Risk));
            prediction.BreachProbability(tier.RawTarget).ShouldBe(policy.Risk, policy.Risk * 0.05);
            tier.Target.ShouldBe(TargetLadder.Floor(tier.RawTarget));
            tier.BreachProbability.ShouldBe(prediction.BreachProbability(tier.Target!.Value));
            tier.BreachProbability!.Value.ShouldBeLessThanOrEqualTo(policy.Risk * 1.05);
        }
    }

    [Fact]
    public void A_history_without_incidents_does_not_promise_that_none_will_come()
    {
        var tiers = Tiers(Histories.Constant(30, 1_000_000, 1_000_000), Free);

        tiers.ShouldAllBe(t => t.RawTarget < 0.99999 && t.BreachProbability > 0 && t.HistoricalBreachShare == 0);
    }

    [Fact]
    public void More_incidents_lower_every_tier() =>
        Enumerable.Range(0, 6).Select(n => Tiers(Outages(n), Free)).Pairwise().ShouldAllBe(pair =>
            pair.First.Zip(pair.Second).All(tiers => tiers.First.RawTarget > tiers.Second.RawTarget));

    [Fact]
    public void The_interval_holds_the_level_and_is_wider_the_less_was_seen()
    {
        var (month, week) = (Tiers(Outages(1, 28), Free), Tiers(Outages(1, 7), Free));

        foreach (var tier in month.Concat(week)) tier.RawTarget.ShouldBeInRange(tier.Interval.Lower, tier.Interval.Upper);
        (week[1].Interval.Upper - week[1].Interval.Lower).ShouldBeGreaterThan(month[1].Interval.Upper - month[1].Interval.Lower);
        month.ShouldAllBe(t => t.Interval.Lower < t.Interval.Upper);
    }

    [Fact]
    public void Tiers_keep_their_order_and_the_bound_whatever_the_history() => Property.Holds(60, random =>
    {
        var history = random.History();
        if (IncidentDetection.Read([.. history.Hours.Select(h => h?.Counts)]) is not { } record) return;
        double bound = 0.9 + (0.1 * random.Unit());
        var limits = new TargetLimits(Service(bound), record.ExpectedRequests, random.Chance(0.3) ? 0.995 : null);

        var tiers = PredictiveAvailability.Tiers(history, record, Prior, limits, new SeededRandom(7));

        tiers.Zip(tiers.Skip(1)).ShouldAllBe(pair => pair.First.RawTarget <= pair.Second.RawTarget);
        tiers.Zip(tiers.Skip(1)).ShouldAllBe(pair => (pair.First.Target ?? 0) <= (pair.Second.Target ?? 0));
        tiers[1].RawTarget.ShouldBeLessThanOrEqualTo(bound);
        foreach (var tier in tiers)
        {
            tier.RawTarget.ShouldBeInRange(0, 1);
            tier.Interval.Lower.ShouldBeInRange(0, tier.Interval.Upper);
            tier.Interval.Upper.ShouldBeLessThanOrEqualTo(1);
            (tier.Target ?? 0).ShouldBeLessThan(1);
            if (limits.ArchetypeBaseline is { } usual) (tier.Target ?? 0).ShouldBeLessThanOrEqualTo(usual);
            if (tier.Target is { } target) ((1 - target) * record.ExpectedRequests).ShouldBeGreaterThan(1 - 1e-9);
            else tier.Notes.ShouldNotBeEmpty();
            if (tier.BreachProbability is { } probability) probability.ShouldBeInRange(0, 1);
        }
    });

    [Fact]
    public void A_young_service_is_held_at_what_is_usual_for_its_kind()
    {
        var free = Tiers(Histories.Constant(5, 10_000_000, 10_000_000), Free);
        var held = Tiers(Histories.Constant(5, 10_000_000, 10_000_000), Free with { ArchetypeBaseline = 0.95 });

        held.Select(t => t.RawTarget).ShouldBe(free.Select(t => t.RawTarget));
        held[2].Target.ShouldBe(0.95);
        held[2].Notes.ShouldBe(["Held at what is usual for services of this kind until 30 days of data exist."]);
    }

    [Fact]
    public void The_same_input_gives_the_same_tiers() =>
        Tiers(new SeededRandom(9).History(), Free).ShouldBeEquivalentTo(Tiers(new SeededRandom(9).History(), Free));

    private static TargetLimits Free => new(Service(1), null, null);

    private static IReadOnlyList<AvailabilityTier> Tiers(SliHistory history, TargetLimits limits) =>
        PredictiveAvailability.Tiers(history, Record(history), Prior, limits, new SeededRandom(7));

    private static IncidentRecord Record(SliHistory history) => IncidentDetection.Read([.. history.Hours.Select(h => h?.Counts)])!;

    // A fifth of the requests of an hour fails so many times, evenly spread.
    private static SliHistory Outages(int count, int days = 30) => Histories.Of(
        [.. Enumerable.Range(0, days * 24).Select(i => (SliCounts?)new SliCounts(count > 0 && i % (days * 24 / count) == 5 ? 80_000 : 99_999, 100_000))]);

    private static ServiceAvailability Service(double bound) => new(
        AvailabilityBasis.Observed, bound, SelfAvailability: 1, Composite.Exactly(bound), Composite.Exactly(bound), MaskingFactor: null, bound, 1, 1);
}

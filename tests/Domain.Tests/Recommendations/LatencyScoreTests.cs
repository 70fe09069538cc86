using SloFunctions.Domain.Explanations;
using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Recommendations;

public sealed class LatencyScoreTests
{
    private static readonly double[] Bounds = [0.1, 0.2, 0.5, 1];
    private static readonly ArchetypeBaseline Backend = ArchetypeBaseline.Of(Archetype.Backend);

    [Fact]
    public void The_score_of_the_service_is_its_balanced_level_and_target()
    {
        Property.Holds(200, random =>
        {
            var history = RandomHistory(random);
            bool isHeld = random.Chance(0.5);
            var balanced = HistoricalLatency.Tiers(history, isHeld ? Backend.P99Seconds : null)[(int)Tier.Balanced];

            var score = LatencyScore.Of(history, Backend, isHeld);

            (score is null).ShouldBe(balanced.RawSeconds is null);
            if (score is null) return;
            score.Level([.. score.Instance]).ShouldBe(balanced.RawSeconds!.Value);
            double target = score.Target([.. score.Instance]);
            (double.IsFinite(target) ? target : (double?)null).ShouldBe(balanced.TargetSeconds);
        });
    }

    [Fact]
    public void Attributions_add_up_and_only_the_two_features_share_them()
    {
        Property.Holds(200, random =>
        {
            if (LatencyScore.Of(RandomHistory(random), ArchetypeBaseline.Of((Archetype)random.Below(4)), false) is not { } score) return;

            var attributed = AttributedScore.Of(LatencyScore.Names, score.Instance, score.Background, score.Level);

            attributed.Features.Count.ShouldBe(2);
            (attributed.BaseValue + attributed.Features.Sum(f => f.Phi)).ShouldBe(attributed.Value, 1e-12 * attributed.Value);
        });
    }

    [Fact]
    public void A_service_is_compared_with_its_kind_and_without_one_with_its_own_median()
    {
        var history = Constant([600, 900, 990, 1000, 1000], 180);

        LatencyScore.Of(history, Backend, false)!.Background.ShouldBe([0.5, 0]);
        LatencyScore.Of(history, ArchetypeBaseline.Of(Archetype.Pipeline), false)!.Background[0].ShouldBe(0.1 * 500 / 600, 1e-15);
        LatencyScore.Of(history, Backend, false)!.Instance.ShouldBe([0.5, 0.05]);
    }

    [Fact]
    public void Throttling_that_was_not_measured_counts_as_none() =>
        LatencyScore.Of(Constant([600, 900, 990, 1000, 1000], null), Backend, false)!.Instance[1].ShouldBe(0);

    [Fact]
    public void A_percentile_that_cannot_be_measured_has_no_score()
    {
        LatencyScore.Of(Constant([0, 0, 0, 900, 1000], null), Backend, false).ShouldBeNull();
        LatencyScore.Of(Histories.Constant(7, 10, 10), Backend, false).ShouldBeNull();
    }

    [Fact]
    public void A_young_service_is_held_at_what_is_usual_and_its_level_is_not()
    {
        var history = Constant([990, 1000, 1000, 1000, 1000], null);

        var score = LatencyScore.Of(history, Backend, true)!;

        score.Level([.. score.Instance]).ShouldBe(0.105, 1e-12);
        score.Target([.. score.Instance]).ShouldBe(0.5);
        LatencyScore.Of(history, Backend, false)!.Target([.. score.Instance]).ShouldBe(0.2);
        LatencyScore.Of(history, ArchetypeBaseline.Of(Archetype.External), true)!.Target([.. score.Instance]).ShouldBe(1);
    }

    [Fact]
    public void Only_p99_and_above_are_held_at_what_is_usual()
    {
        var tiers = HistoricalLatency.Tiers(Constant([990, 1000, 1000, 1000, 1000], null), 0.5);

        tiers.Select(t => t.TargetSeconds).ShouldBe([0.5, 0.5, 0.1]);
        tiers.Select(t => t.Notes.Count(n => n.StartsWith("Held at what is usual", StringComparison.Ordinal))).ShouldBe([1, 1, 0]);
    }

    [Fact]
    public void What_is_usual_says_something_of_p99_alone()
    {
        var tiers = UsualLatency.Tiers(0.2);

        tiers.Select(t => t.TargetSeconds).ShouldBe([null, 0.2, null]);
        tiers.ShouldAllBe(t => t.RawSeconds == null && t.BreachProbability == null && t.Notes.Count == 1);
    }

    private static SliHistory RandomHistory(SeededRandom random)
    {
        double? throttled = random.Chance(0.3) ? null : 400 * random.Unit();
        long[] counts = [.. Enumerable.Range(0, 5).Select(_ => (long)random.Below(100_000)).Order()];
        if (random.Chance(0.7)) counts[3] = counts[4];
        return Constant([.. counts.Select((c, i) => i == 4 ? c + 1 : c)], throttled);
    }

    private static SliHistory Constant(long[] cumulative, double? throttled) => Histories.Of(
        48, i => new HourlySli(Histories.Start.AddHours(i), new SliCounts(cumulative[^1], cumulative[^1]), new LatencyHistogram(Bounds, cumulative), throttled));
}

using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Tests.Drift;

public sealed class DriftJudgeTests
{
    private const double Target = 0.999;
    private const int History = 7 * Points.Day;
    private static readonly DriftPolicy Policy = DriftPolicy.Minutes;

    [Fact]
    public void A_lasting_step_is_drift_with_its_onset_size_and_direction()
    {
        var judgement = Latency(minutesAgo: 25, factor: 1.2);

        judgement.Reason.ShouldBe(DriftReason.Drift);
        judgement.IsDrift.ShouldBeTrue();
        judgement.Vote!.Detectors.Count(d => d.IsDetected).ShouldBeGreaterThanOrEqualTo(2);
        var change = judgement.Change!;
        change.Onset.ShouldBeInRange(End.AddMinutes(-28), End.AddMinutes(-22));
        change.Ratio!.Value.ShouldBe(1.2, 0.04);
        change.Direction.ShouldBe(DriftDirection.Up);
        change.Lasted.ShouldBeGreaterThanOrEqualTo(DriftPolicy.LeastDuration);
        change.BurnRate.ShouldBeNull();
    }

    [Fact]
    public void A_service_that_became_faster_drifted_too()
    {
        var judgement = Latency(minutesAgo: 25, factor: 0.7);

        (judgement.Reason, judgement.Change!.Direction).ShouldBe((DriftReason.Drift, DriftDirection.Down));
    }

    [Fact]
    public void Without_a_change_nobody_votes()
    {
        var judgement = Latency(minutesAgo: 0, factor: 1);

        (judgement.Reason, judgement.Change).ShouldBe((DriftReason.NoVote, null));
        judgement.Vote!.Points.ShouldBe(240);
    }

    [Fact]
    public void A_change_of_a_few_minutes_is_too_short() => Latency(minutesAgo: 13, factor: 2).Reason.ShouldBe(DriftReason.VoteTooShort);

    [Fact]
    public void A_change_that_is_over_is_none() => Latency(minutesAgo: 40, factor: 2, lasting: 25).Reason.ShouldBe(DriftReason.VoteTooSmall);

    [Fact]
    public void A_small_change_is_told_apart_from_one_that_matters()
    {
        DriftReason[] reasons = [.. Enumerable.Range(10, 15).Select(i => Latency(minutesAgo: 5 * i, factor: 1.085).Reason)];

        reasons.ShouldContain(DriftReason.VoteTooSmall);
        reasons.ShouldNotContain(DriftReason.Drift);
    }

    [Fact]
    public void What_was_confirmed_once_is_the_new_usual()
    {
        double[] values = Stepped(minutesAgo: 25, factor: 1.3, lasting: 25);
        var baseline = Points.Learnt(DriftSignal.Latency, values.Take(History));
        var judge = new DriftJudge(Policy);
        var change = judge.Of(Last(values), baseline, Target).Change!;

        judge.Of(Last(values), baseline.Shifted(change.Onset, change.Offset), Target).IsDrift.ShouldBeFalse();
    }

    [Fact]
    public void Without_a_baseline_nothing_is_judged() =>
        new DriftJudge(Policy).Of(Last(Points.Latency(1, 300)), null, Target).ShouldBe(new DriftJudgement(DriftReason.NoBaseline, null, null));

    [Fact]
    public void Gaps_are_not_zeros()
    {
        double[] values = Points.Latency(1, History + 240);
        var baseline = Points.Learnt(DriftSignal.Latency, values.Take(History));
        var judge = new DriftJudge(Policy);

        for (int i = History + 200; i < values.Length; i++) values[i] = double.NaN;
        judge.Of(Last(values), baseline, Target).Reason.ShouldBe(DriftReason.NoVote);
        for (int i = History; i < History + 100; i++) values[i] = double.NaN;
        judge.Of(Last(values), baseline, Target).Reason.ShouldBe(DriftReason.TooFewPoints);
        judge.Of(Points.Series([]), baseline, Target).Reason.ShouldBe(DriftReason.TooFewPoints);
    }

    [Fact]
    public void The_same_values_give_the_same_judgement_whatever_was_judged_before() => Property.Holds(20, random =>
    {
        double[] values = Points.Latency(random.NextBits(), Points.Day + 240);
        double factor = Math.Exp(RandomVariates.Normal(random));
        for (int i = values.Length - random.Between(0, 120); i < values.Length; i++) values[i] *= factor;
        var baseline = Points.Learnt(DriftSignal.Latency, values.Take(Points.Day));
        var used = new DriftJudge(Policy);
        used.Of(Last(Stepped(30, 3, 30)), baseline, Target);

        var (again, first) = (used.Of(Last(values), baseline, Target), new DriftJudge(Policy).Of(Last(values), baseline, Target));

        (again.Reason, again.Change).ShouldBe((first.Reason, first.Change));
        again.Vote!.Detectors.ShouldBe(first.Vote!.Detectors);
    });

    [Theory]
    [InlineData(0.004, 0.999, DriftReason.Drift, 4)]
    [InlineData(0.004, 0.99, DriftReason.VoteTooSmall, 0.4)]
    public void More_failures_matter_when_they_burn_the_budget(double ratio, double target, DriftReason reason, double burnRate)
    {
        var judgement = Failures(0.0002, ratio, target);

        judgement.Reason.ShouldBe(reason);
        judgement.Change!.BurnRate!.Value.ShouldBe(burnRate, 0.15 * burnRate);
        judgement.Change.Direction.ShouldBe(DriftDirection.Up);
    }

    [Fact]
    public void Fewer_failures_are_no_drift() => Failures(0.02, 0.004, Target).Reason.ShouldBe(DriftReason.VoteTooSmall);

    [Fact]
    public void The_first_failures_ever_have_no_ratio_and_matter()
    {
        var judgement = Failures(0, 0.004, Target);

        (judgement.Reason, judgement.Change!.Ratio).ShouldBe((DriftReason.Drift, null));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_target_that_leaves_no_budget_is_refused(double target) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new DriftJudge(Policy).Of(Points.Series([]), null, target));

    [Fact]
    public void Five_minutes_are_watched_longer()
    {
        DriftPolicy.For(TimeSpan.FromMinutes(1)).ShouldBe(DriftPolicy.Minutes);
        DriftPolicy.For(TimeSpan.FromMinutes(5)).ShouldBe(DriftPolicy.FiveMinutes);
        double[] values = [.. Stepped(minutesAgo: 35, factor: 1.3, lasting: 35).Chunk(5).Select(five => five.Average())];
        var all = new DriftSeries(Points.Start, TimeSpan.FromMinutes(5), values);
        var baseline = DriftBaseline.Learn(DriftSignal.Latency, all);

        new DriftJudge(DriftPolicy.FiveMinutes).Of(all, baseline, Target).Reason.ShouldBe(DriftReason.Drift);
    }

    private static DateTimeOffset End => Points.Start.AddMinutes(History + 239);

    private static DriftJudgement Latency(int minutesAgo, double factor, int lasting = int.MaxValue)
    {
        double[] values = Stepped(minutesAgo, factor, lasting);
        return new DriftJudge(Policy).Of(Last(values), Points.Learnt(DriftSignal.Latency, values.Take(History)), Target);
    }

    private static DriftJudgement Failures(double before, double after, double target)
    {
        var random = new SeededRandom(9);
        double[] values = [.. Enumerable.Range(0, History + 240).Select(i => RandomInputs.Binomial(random, 5_000, i >= History + 210 ? after : before) / 5_000.0)];
        return new DriftJudge(Policy).Of(Last(values), Points.Learnt(DriftSignal.ErrorRatio, values.Take(History)), target);
    }

    private static double[] Stepped(int minutesAgo, double factor, int lasting)
    {
        double[] values = Points.Latency(8, History + 240);
        int from = values.Length - minutesAgo;
        for (int i = from; i < values.Length && i - from < lasting; i++) values[i] *= factor;
        return values;
    }

    private static DriftSeries Last(double[] values) => Points.Series(values.Skip(values.Length - 240), values.Length - 240);
}

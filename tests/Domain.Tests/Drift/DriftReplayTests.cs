using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Tests.Drift;

public sealed class DriftReplayTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void Each_detector_tells_its_last_detection_and_what_it_compared()
    {
        var vote = new DriftReplay(DriftPolicy.Minutes).Run(Points.Start, Minute, Noisy(240, at: 205));

        vote.Detectors.Select(d => d.Detector).ShouldBe(Enum.GetValues<DriftDetector>());
        vote.Detectors.ShouldAllBe(d => d.IsDetected && d.Statistic >= d.Threshold && d.DetectedAt > Points.Start.AddMinutes(205));
        vote.VotedAt.ShouldBe(vote.Detectors.Select(d => d.DetectedAt).Order().ElementAt(1));
        vote.IsDrift.ShouldBeTrue();
    }

    [Fact]
    public void A_detection_counts_for_an_hour()
    {
        var replay = new DriftReplay(DriftPolicy.Minutes);
        double[] values = Noisy(330, at: 200);
        var voted = replay.Run(Points.Start, Minute, values.AsSpan(0, 230)).VotedAt.ShouldNotBeNull();
        int at = (int)(voted - Points.Start).TotalMinutes;

        replay.Run(Points.Start, Minute, values.AsSpan(0, at)).IsDrift.ShouldBeFalse();
        replay.Run(Points.Start, Minute, values.AsSpan(0, at + 1)).IsDrift.ShouldBeTrue();
        var later = replay.Run(Points.Start, Minute, values);
        later.IsDrift.ShouldBeFalse();
        later.Detectors.ShouldAllBe(d => !d.IsDetected && d.DetectedAt != null);
    }

    [Fact]
    public void A_silent_service_does_not_keep_a_vote_alive()
    {
        double[] values = [.. Noisy(235, at: 205), .. Enumerable.Repeat(double.NaN, 70)];

        var vote = new DriftReplay(DriftPolicy.Minutes).Run(Points.Start, Minute, values);

        (vote.IsDrift, vote.Points).ShouldBe((false, 235));
    }

    [Fact]
    public void Nothing_to_replay_is_no_vote()
    {
        var vote = new DriftReplay(DriftPolicy.Minutes).Run(Points.Start, Minute, []);

        (vote.IsDrift, vote.Points).ShouldBe((false, 0));
        vote.Detectors.ShouldAllBe(d => d.DetectedAt == null && d.Statistic == 0);
    }

    private static double[] Noisy(int count, int at)
    {
        var random = new SeededRandom(11);
        return [.. Enumerable.Range(0, count).Select(i => RandomVariates.Normal(random) + (i >= at ? 4 : 0))];
    }
}

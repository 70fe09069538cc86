using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Tests.Drift;

public sealed class DetectorTests
{
    public static TheoryData<DriftDetector> Detectors => [.. Enum.GetValues<DriftDetector>()];

    [Theory]
    [MemberData(nameof(Detectors))]
    public void No_memory_is_taken_for_a_value(DriftDetector detector)
    {
        var subject = Detector(detector);
        var values = Noisy(5_000, at: 2_500);
        long least = long.MaxValue;
        int detections = 0;
        // The runtime takes some for itself when code runs first or is compiled anew; a detector would take it each time.
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            subject.Reset();
            foreach (double value in values) detections += subject.Update(value) ? 1 : 0;
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        least.ShouldBe(0);
        detections.ShouldBeGreaterThan(0);
    }

    [Theory]
    [MemberData(nameof(Detectors))]
    public void Reset_forgets_everything(DriftDetector detector)
    {
        var values = Noisy(1_000, at: 500);
        var used = Detector(detector);
        RiverStreams.Detections(used, RiverStreams.Values("doc"));
        used.Reset();

        used.Statistic.ShouldBe(0);
        RiverStreams.Detections(used, values).ShouldBe(RiverStreams.Detections(Detector(detector), values));
    }

    [Theory]
    [MemberData(nameof(Detectors))]
    public void A_gap_changes_nothing(DriftDetector detector)
    {
        var values = Noisy(1_000, at: 500);
        var whole = Detector(detector);
        var holed = Detector(detector);
        foreach (double value in values)
        {
            foreach (double gap in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity }) holed.Update(gap).ShouldBeFalse();
            holed.Update(value).ShouldBe(whole.Update(value));
            holed.Statistic.ShouldBe(whole.Statistic);
        }
    }

    [Theory]
    [MemberData(nameof(Detectors))]
    public void A_step_is_told_in_either_direction(DriftDetector detector)
    {
        var values = Noisy(1_000, at: 500);

        int up = RiverStreams.Detections(Detector(detector), values).ShouldHaveSingleItem();
        int down = RiverStreams.Detections(Detector(detector), values.Select(v => -v)).ShouldHaveSingleItem();

        up.ShouldBeInRange(500, 530);
        down.ShouldBeInRange(500, 530);
    }

    [Theory]
    [MemberData(nameof(Detectors))]
    public void A_constant_is_no_change(DriftDetector detector) =>
        RiverStreams.Detections(Detector(detector), Enumerable.Repeat(3.0, 2_000)).ShouldBeEmpty();

    [Fact]
    public void Page_hinkley_tells_nothing_before_it_has_seen_enough() =>
        RiverStreams.Detections(new PageHinkley(new PageHinkleyOptions(LeastPoints: 100)), Enumerable.Range(0, 300).Select(i => i < 20 ? 0.0 : 40)).ShouldBe([99]);

    [Theory]
    [InlineData(-0.1, 50, 0.9999, 30)]
    [InlineData(double.NaN, 50, 0.9999, 30)]
    [InlineData(0.1, 0, 0.9999, 30)]
    [InlineData(0.1, 50, 0, 30)]
    [InlineData(0.1, 50, 1.1, 30)]
    [InlineData(0.1, 50, 0.9, 0)]
    public void Parameters_of_page_hinkley_out_of_range_are_refused(double delta, double threshold, double alpha, int least) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new PageHinkley(new PageHinkleyOptions(delta, threshold, alpha, least)));

    private static IDriftDetector Detector(DriftDetector detector) => detector switch
    {
        DriftDetector.PageHinkley => new PageHinkley(DriftPolicy.Minutes.PageHinkley),
        DriftDetector.Adwin => new Adwin(DriftPolicy.Minutes.Adwin),
        _ => new KolmogorovSmirnovWindow(DriftPolicy.Minutes.KolmogorovSmirnov),
    };

    // Standard normal, four standard deviations higher from the given place on.
    private static double[] Noisy(int count, int at)
    {
        var random = new SeededRandom(7);
        return [.. Enumerable.Range(0, count).Select(i => RandomVariates.Normal(random) + (i >= at ? 4 : 0))];
    }
}

using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Tests.Drift;

public sealed class AdwinTests
{
    [Fact]
    public void A_constant_is_no_change() =>
        RiverStreams.Detections(new Adwin(new AdwinOptions()), Enumerable.Repeat(1.0, 5000)).ShouldBeEmpty();

    [Fact]
    public void Alternating_values_are_at_most_one_change() =>
        RiverStreams.Detections(new Adwin(new AdwinOptions()), Enumerable.Range(0, 2000).Select(i => i % 2.0)).Length.ShouldBeLessThanOrEqualTo(1);

    [Fact]
    public void The_window_begins_anew_after_a_change()
    {
        var adwin = new Adwin(new AdwinOptions());
        foreach (double value in RiverStreams.Values("s1"))
        {
            if (adwin.Update(value)) break;
        }

        adwin.Update(1);

        adwin.Width.ShouldBe(1);
    }

    [Fact]
    public void Nothing_is_told_within_the_grace()
    {
        var step = Enumerable.Range(0, 400).Select(i => i < 40 ? 0.0 : 9.0).ToArray();

        RiverStreams.Detections(new Adwin(new AdwinOptions(Clock: 1, Grace: 100)), step).ShouldBe([100]);
        RiverStreams.Detections(new Adwin(new AdwinOptions(Clock: 1)), step)[0].ShouldBeLessThan(100);
    }

    [Fact]
    public void The_window_keeps_its_sum_and_its_squared_deviations()
    {
        var adwin = new Adwin(new AdwinOptions(Clock: 1_000_000));
        for (int i = 0; i < 200; i++) adwin.Update(i % 7);

        adwin.Width.ShouldBe(200);
        adwin.Sum.ShouldBe(594, 1e-9);
        adwin.Squares.ShouldBe(797.82, 1e-9);
    }

    [Fact]
    public void It_tells_what_the_readable_version_tells() => Property.Holds(60, random =>
    {
        double level = 0;
        var values = Enumerable.Range(0, 600).Select(_ => (random.Chance(0.01) ? level = 4 * RandomVariates.Normal(random) : level) + RandomVariates.Normal(random)).ToArray();
        int clock = random.Between(1, 40);

        RiverStreams.Detections(new Adwin(new AdwinOptions(0.01, clock)), values).ShouldBe(RiverStreams.Detections(new ReferenceAdwin(0.01, clock).Update, values));
    });

    [Theory]
    [InlineData(0, 4, 5, 5, 10)]
    [InlineData(1, 4, 5, 5, 10)]
    [InlineData(0.1, 0, 5, 5, 10)]
    [InlineData(0.1, 4, 1, 5, 10)]
    [InlineData(0.1, 4, 5, 0, 10)]
    [InlineData(0.1, 4, 5, 5, -1)]
    public void Parameters_out_of_range_are_refused(double delta, int clock, int buckets, int side, int grace) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Adwin(new AdwinOptions(delta, clock, buckets, side, grace)));
}

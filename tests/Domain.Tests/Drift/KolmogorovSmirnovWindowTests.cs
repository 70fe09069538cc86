using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Tests.Drift;

public sealed class KolmogorovSmirnovWindowTests
{
    [Fact]
    public void At_each_value_it_is_the_test_on_the_values_in_the_window() => Property.Holds(30, random =>
    {
        int recent = random.Between(2, 20), size = recent + random.Between(2, 40);
        var options = new KsOptions(0.01, size, recent);
        var window = new KolmogorovSmirnovWindow(options);
        var held = new List<double>();
        for (int i = 0; i < 300; i++)
        {
            double value = Math.Round(RandomVariates.Normal(random) + (i / 100), 1);
            held.Add(value);
            bool isDetected = window.Update(value);
            if (held.Count < size) continue;
            double[] older = [.. held.Take(size - recent).Order()], latest = [.. held.Skip(size - recent).Order()];
            double distance = KolmogorovSmirnov.Statistic(older, latest), chance = KolmogorovSmirnov.PValue(distance, older.Length, latest.Length);
            window.Statistic.ShouldBe(distance);
            window.PValue.ShouldBe(chance, 1e-12);
            isDetected.ShouldBe(chance <= options.Alpha && distance > 0.1);
            isDetected.ShouldBe(distance >= window.Threshold);
            if (isDetected) held.Clear();
            else held.RemoveAt(0);
        }
    });

    [Fact]
    public void Where_no_distance_is_unlikely_enough_the_threshold_is_out_of_reach()
    {
        var window = new KolmogorovSmirnovWindow(new KsOptions(1e-9, 8, 3));

        window.Threshold.ShouldBeGreaterThan(1);
        RiverStreams.Detections(window, Enumerable.Range(0, 50).Select(i => i < 25 ? 0.0 : 1)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, 100, 30)]
    [InlineData(1, 100, 30)]
    [InlineData(0.01, 30, 30)]
    [InlineData(0.01, 100, 0)]
    [InlineData(0.01, 10_001, 30)]
    public void Parameters_out_of_range_are_refused(double alpha, int window, int recent) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new KolmogorovSmirnovWindow(new KsOptions(alpha, window, recent)));
}

using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Tests.Drift;

public sealed class DriftBaselineTests
{
    [Fact]
    public void Hours_of_the_day_have_levels_of_their_own_and_the_noise_a_scale()
    {
        var baseline = Points.Learnt(DriftSignal.Latency, Points.Latency(1, 7 * Points.Day));

        baseline.Level(Points.Start.AddHours(6.5)).ShouldBe(0.2 * Math.Exp(0.3), 0.003);
        baseline.Level(Points.Start.AddHours(18.5)).ShouldBe(0.2 * Math.Exp(-0.3), 0.003);
        baseline.Scale.ShouldBe(0.055, 0.005);
        (baseline.Points, baseline.From, baseline.To, baseline.IsProvisional).ShouldBe((7 * Points.Day, Points.Start, Points.Start.AddDays(7), false));
    }

    [Fact]
    public void Standardised_values_do_not_know_the_hour()
    {
        var values = Points.Latency(2, 8 * Points.Day);
        var baseline = Points.Learnt(DriftSignal.Latency, values.Take(7 * Points.Day));

        double[] hours = [.. Enumerable.Range(0, 24).Select(h => Enumerable.Range((7 * Points.Day) + (h * 60), 60).Average(i => baseline.Standardise(Points.Start.AddMinutes(i), values[i])))];

        hours.ShouldAllBe(mean => Math.Abs(mean) < 0.6);
    }

    [Fact]
    public void The_unit_of_latency_does_not_matter() => Property.Holds(10, random =>
    {
        var values = Points.Latency(random.NextBits(), 2 * Points.Day);
        double unit = Math.Pow(10, random.Between(-6, 6));
        DriftBaseline seconds = Points.Learnt(DriftSignal.Latency, values), other = Points.Learnt(DriftSignal.Latency, values.Select(v => v * unit));
        int i = random.Below(values.Length);

        other.Standardise(Points.Start.AddMinutes(i), values[i] * unit).ShouldBe(seconds.Standardise(Points.Start.AddMinutes(i), values[i]), 1e-6);
    });

    [Fact]
    public void The_order_of_days_does_not_matter()
    {
        var days = Points.Latency(3, 4 * Points.Day).Chunk(Points.Day).Select((day, i) => Points.Series(day, i * Points.Day)).ToArray();

        var forwards = DriftBaseline.Learn(DriftSignal.Latency, days).ShouldNotBeNull();
        var backwards = DriftBaseline.Learn(DriftSignal.Latency, [.. days.Reverse()]).ShouldNotBeNull();

        backwards.HourMedians.ShouldBe(forwards.HourMedians);
        (backwards.Scale, backwards.From, backwards.To).ShouldBe((forwards.Scale, forwards.From, forwards.To));
    }

    [Fact]
    public void An_offset_from_utc_does_not_matter()
    {
        var baseline = Points.Learnt(DriftSignal.Latency, Points.Latency(4, 2 * Points.Day));
        var time = Points.Start.AddDays(40).AddHours(3);

        baseline.Standardise(time.ToOffset(TimeSpan.FromHours(9)), 0.2).ShouldBe(baseline.Standardise(time, 0.2));
    }

    [Fact]
    public void Constant_latency_has_a_noise_of_a_hundredth_and_flawless_minutes_one_of_hardly_any_failure()
    {
        Points.Learnt(DriftSignal.Latency, Enumerable.Repeat(0.2, Points.Day)).Scale.ShouldBe(0.01);
        Points.Learnt(DriftSignal.ErrorRatio, Enumerable.Repeat(0.0, Points.Day)).Scale.ShouldBe(0.005);
    }

    [Fact]
    public void Where_most_minutes_have_no_failure_the_others_tell_the_width()
    {
        var random = new SeededRandom(5);
        var baseline = Points.Learnt(DriftSignal.ErrorRatio, Enumerable.Range(0, 7 * Points.Day).Select(_ => random.Chance(0.2) ? 0.001 : 0));

        baseline.Scale.ShouldBe(Math.Sqrt(0.2 * 0.001), 1e-3);
    }

    [Theory]
    [InlineData(DriftSignal.Latency, 0)]
    [InlineData(DriftSignal.Latency, -1)]
    [InlineData(DriftSignal.Latency, double.PositiveInfinity)]
    [InlineData(DriftSignal.Latency, double.NaN)]
    [InlineData(DriftSignal.ErrorRatio, -0.01)]
    [InlineData(DriftSignal.ErrorRatio, 1.01)]
    [InlineData(DriftSignal.ErrorRatio, double.NaN)]
    public void What_cannot_be_a_measurement_is_a_gap(DriftSignal signal, double value) =>
        Points.Learnt(signal, Enumerable.Repeat(0.2, Points.Day).Append(value)).Standardise(Points.Start, value).ShouldBe(double.NaN);

    [Theory]
    [InlineData(DriftSignal.Latency, double.MaxValue, 8)]
    [InlineData(DriftSignal.Latency, double.Epsilon, -8)]
    [InlineData(DriftSignal.ErrorRatio, 1, 8)]
    [InlineData(DriftSignal.ErrorRatio, 0, -8)]
    public void Wild_values_end_at_eight_deviations(DriftSignal signal, double value, double z) =>
        Points.Learnt(signal, Enumerable.Repeat(0.2, Points.Day)).Standardise(Points.Start, value).ShouldBe(z);

    [Fact]
    public void Too_little_to_learn_from_is_no_baseline()
    {
        DriftBaseline.Learn(DriftSignal.Latency).ShouldBeNull();
        DriftBaseline.Learn(DriftSignal.Latency, Points.Series(Enumerable.Repeat(0.2, 287))).ShouldBeNull();
        DriftBaseline.Learn(DriftSignal.Latency, Points.Series(Enumerable.Repeat(0.2, 600))).ShouldBeNull();
        DriftBaseline.Learn(DriftSignal.Latency, Points.Series(Enumerable.Repeat(double.NaN, Points.Day))).ShouldBeNull();
    }

    [Fact]
    public void An_hour_never_measured_has_the_middle_of_the_others() =>
        Points.Learnt(DriftSignal.Latency, Enumerable.Range(0, 720).Select(i => i < 240 ? 0.1 : 0.4)).Level(Points.Start.AddHours(20)).ShouldBe(0.4, 1e-9);

    [Fact]
    public void After_a_drift_the_shape_is_kept_and_the_level_another_from_the_onset_on()
    {
        var learnt = Points.Learnt(DriftSignal.Latency, Points.Latency(6, 3 * Points.Day));
        var onset = Points.Start.AddDays(3);

        var shifted = learnt.Shifted(onset, Math.Log(1.2));
        var twice = shifted.Shifted(onset.AddHours(2), Math.Log(1.5));

        shifted.IsProvisional.ShouldBeTrue();
        shifted.Level(onset.AddMinutes(-1)).ShouldBe(learnt.Level(onset.AddMinutes(-1)));
        shifted.Level(onset).ShouldBe(1.2 * learnt.Level(onset), 1e-9);
        twice.Level(onset.AddHours(1)).ShouldBe(1.2 * learnt.Level(onset.AddHours(1)), 1e-9);
        twice.Level(onset.AddHours(2)).ShouldBe(1.8 * learnt.Level(onset.AddHours(2)), 1e-9);
    }
}

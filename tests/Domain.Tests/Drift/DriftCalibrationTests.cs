using SloFunctions.Domain.Drift;
using SloFunctions.Testing.Drift;

namespace SloFunctions.Domain.Tests.Drift;

/// <summary>How often a service that does not change is said to have, and how soon a change is noticed. All 500 services of a month: the benchmark drift-calibration.</summary>
public sealed class DriftCalibrationTests
{
    private const int CalmServices = 60;

    [Fact]
    public void A_service_that_does_not_change_is_told_of_less_than_once_in_ten_months()
    {
        int told = DriftTrials.Calm(CalmServices, DriftPolicy.Minutes, step: 1, cadence: 15).Sum();

        ((double)told / CalmServices).ShouldBeLessThanOrEqualTo(0.1);
    }

    [Fact]
    public void Leaving_out_quiet_replays_changes_nothing()
    {
        var policy = DriftPolicy.Minutes with { PageHinkley = new PageHinkleyOptions(0.5, 12), Adwin = new AdwinOptions(0.01, 4), KolmogorovSmirnov = new KsOptions(0.01, 180) };
        var service = new SimulatedService("calm 2", 16, 0.1, 0.1);

        var brief = new DriftWatch(policy, 1, 15).Run(DriftSignal.Latency, service.Latency, service.Target);
        var whole = new DriftWatch(policy, 1, 15, isBrief: false).Run(DriftSignal.Latency, service.Latency, service.Target);

        whole.Count.ShouldBeGreaterThan(0);
        brief.Select(j => j.Change).ShouldBe(whole.Select(j => j.Change));
    }

    [Fact]
    public void A_fifth_more_latency_is_told_within_25_minutes()
    {
        int?[] delays = DriftTrials.Delays(500, factor: 1.2, minutes: int.MaxValue, noise: 0.05, cadence: 5);

        delays.Count(d => d <= 25).ShouldBeGreaterThanOrEqualTo(495);
        delays.Max().ShouldNotBeNull().ShouldBeLessThanOrEqualTo(30);
    }

    [Theory]
    [InlineData(1.2)]
    [InlineData(3)]
    public void A_burst_of_ten_minutes_is_not_told(double factor) =>
        DriftTrials.Delays(200, factor, minutes: 10, noise: 0.05, cadence: 5).Count(d => d is not null).ShouldBeLessThanOrEqualTo(3);

    [Fact]
    public void A_twentieth_more_latency_is_not_told() =>
        DriftTrials.Delays(200, factor: 1.05, minutes: int.MaxValue, noise: 0.05, cadence: 5).Count(d => d is not null).ShouldBeLessThanOrEqualTo(6);
}

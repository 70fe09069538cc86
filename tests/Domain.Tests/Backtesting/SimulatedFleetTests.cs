using SloFunctions.Domain.Backtesting;

namespace SloFunctions.Domain.Tests.Backtesting;

public sealed class SimulatedFleetTests
{
    [Theory]
    [InlineData(FailureFamily.CompoundPoisson)]
    [InlineData(FailureFamily.Clustered)]
    [InlineData(FailureFamily.StatusPage)]
    public void A_seed_tells_the_same_history_again(FailureFamily family)
    {
        var once = new SimulatedFleet(family, 5, 30, 7).Hours(3);

        once.Length.ShouldBe(720);
        new SimulatedFleet(family, 50, 30, 7).Hours(3).ShouldBe(once);
        new SimulatedFleet(family, 5, 30, 8).Hours(3).ShouldNotBe(once);
        new SimulatedFleet(family, 5, 30, 7).Hours(4).ShouldNotBe(once);
    }

    [Theory]
    [InlineData(FailureFamily.CompoundPoisson)]
    [InlineData(FailureFamily.Clustered)]
    [InlineData(FailureFamily.StatusPage)]
    public void A_fleet_holds_good_and_bad_windows(FailureFamily family)
    {
        double[] availabilities = [.. MadeUp.Simulated(family, 100, 28, 2).Select(s => s.Hours.Sum(h => (double)h!.Value.Good) / s.Hours.Sum(h => h!.Value.Total)).Order()];

        availabilities[0].ShouldBeLessThan(0.995);
        availabilities[50].ShouldBeGreaterThan(0.99);
        availabilities[99].ShouldBeGreaterThan(0.9999);
    }
}

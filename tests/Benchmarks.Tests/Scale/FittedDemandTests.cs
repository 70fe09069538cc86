using SloFunctions.Benchmarks.Scale;

namespace Benchmarks.Tests.Scale;

public sealed class FittedDemandTests
{
    [Fact]
    public void What_grows_with_the_fleet_is_the_landscapes_and_what_does_not_is_compiling()
    {
        MeasuredRun[] later = [.. new[] { 500, 5_000, 20_000 }.Select(fleet => Run(fleet, appMs: 3_000, databaseMs: 900))];
        MeasuredRun[] first = [.. later.Select(run => Run(run.Fleet, 3_000 + 2_500 + (0.2 * run.Fleet), 900 + 40 + (0.05 * run.Fleet)))];

        var demand = FittedDemand.Of(first, later, 0);

        demand.AppMs.ShouldBe(10, 1e-9);
        demand.DatabaseMs.ShouldBe(3, 1e-9);
        demand.LandscapeAppMs.ShouldBe(0.2, 1e-9);
        demand.LandscapeDatabaseMs.ShouldBe(0.05, 1e-9);
    }

    [Fact]
    public void What_was_neither_work_of_the_app_nor_of_the_database_was_waiting()
    {
        MeasuredRun[] later = [Run(500, 3_000, 900)];

        var demand = FittedDemand.Of([Run(500, 3_000, 900), Run(5_000, 3_000, 900)], [later[0], Run(5_000, 3_000, 900)], 0);

        // 20 ms a service, of which 13 are work; four round trips.
        FittedDemand.WaitMs(later, demand).ShouldBe(7.0 / 4, 1e-9);
    }

    private static MeasuredRun Run(int fleet, double appMs, double databaseMs) =>
        new(fleet, 300, 1, 6, appMs, new DatabaseWork(databaseMs, 1_200, 600, 300 * 16 * 1024));
}

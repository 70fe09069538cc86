using SloFunctions.Benchmarks.Scale;

namespace Benchmarks.Tests.Scale;

public sealed class RunSimulationTests
{
    private static readonly ServiceDemand Demand = new(
        AppMs: 12, DatabaseMs: 4, RoundTrips: 5, Commits: 1, WalBytes: 32 * 1024, PagesRead: 2, HistoryBytes: 100_000, LandscapeAppMs: 0.1, LandscapeDatabaseMs: 0.05);

    private static readonly Deployment One = new(
        Instances: 1, Cores: 1, Slots: 1, DatabaseCores: 4, Iops: 10_000, RoundTripMs: 1, CommitMs: 2, ActivityMs: 100);

    [Fact]
    public void One_slot_takes_the_sum_of_everything_a_service_takes()
    {
        double perService = 12 + 4 + (5 * 1) + 2 + (1000.0 * Demand.Ios / 10_000);
        double expected = ((2000 * perService) + (200 * 100) + (2000 * 0.15)) / 1000;

        new RunSimulation(One, Demand).Run(2000, 2000).Seconds.ShouldBe(expected, 0.03 * expected);
    }

    [Fact]
    public void The_same_seed_gives_the_same_run() =>
        new RunSimulation(One, Demand).Run(500, 500).ShouldBe(new RunSimulation(One, Demand).Run(500, 500));

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(32)]
    public void More_instances_are_never_slower_while_the_database_is_idle_enough(int instances)
    {
        var strong = One with { DatabaseCores = 256, Iops = 1e9 };

        double many = new RunSimulation(strong with { Instances = instances }, Demand).Run(20_000, 0).Seconds;

        many.ShouldBe(new RunSimulation(strong, Demand).Run(20_000, 0).Seconds / instances, 0.1 * many);
    }

    [Fact]
    public void No_number_of_instances_is_faster_than_the_database()
    {
        var forecast = new RunSimulation(One with { Instances = 64, Slots = 4 }, Demand).Run(50_000, 0);

        forecast.Seconds.ShouldBeGreaterThanOrEqualTo(50_000 * 0.004 / 4 * 0.98);
        forecast.Bottleneck.ShouldBe("database");
    }

    [Fact]
    public void No_number_of_instances_is_faster_than_the_disk()
    {
        var forecast = new RunSimulation(One with { Instances = 64, Slots = 4, DatabaseCores = 64, Iops = 500 }, Demand).Run(5_000, 0);

        forecast.Seconds.ShouldBeGreaterThanOrEqualTo(5_000 * Demand.Ios / 500);
        forecast.Bottleneck.ShouldBe("disk");
    }

    [Fact]
    public void Every_instance_pays_for_the_landscape()
    {
        var idle = Demand with { AppMs = 0, DatabaseMs = 0, RoundTrips = 0, Commits = 0, WalBytes = 0, PagesRead = 0 };
        var deployment = One with { Instances = 10, DatabaseCores = 1, ActivityMs = 0 };

        // One after the other in the database, the last one then in its own app.
        new RunSimulation(deployment, idle).Run(100, 10_000).Seconds.ShouldBe((10 * 0.5) + 1, 0.001);
    }

    [Fact]
    public void App_and_database_on_one_machine_share_its_cores()
    {
        var apart = One with { Cores = 2, Slots = 8, DatabaseCores = 2, RoundTripMs = 0, CommitMs = 0, ActivityMs = 0 };

        double together = new RunSimulation(apart with { IsShared = true }, Demand).Run(2_000, 0).Seconds;

        together.ShouldBe(2_000 * 0.016 / 2, 0.05 * together);
        together.ShouldBeGreaterThan(new RunSimulation(apart, Demand).Run(2_000, 0).Seconds);
    }

    [Fact]
    public void Hours_that_stay_in_the_memory_of_the_database_are_read_from_no_disk()
    {
        var heavy = Demand with { PagesRead = 200 };
        var small = DatabaseServer.All[0];

        small.Holds(50_000 * heavy.HistoryBytes).ShouldBeTrue();
        small.Holds(100_000 * heavy.HistoryBytes).ShouldBeFalse();
        ScaleProjection.Of(50_000, 16, small, heavy).Bottleneck.ShouldBe("database");
        ScaleProjection.Of(100_000, 16, small, heavy).Bottleneck.ShouldBe("disk");
    }

    [Fact]
    public void Nothing_to_do_takes_no_time_beside_the_landscape() => new RunSimulation(One, Demand).Run(0, 0).Seconds.ShouldBe(0);
}

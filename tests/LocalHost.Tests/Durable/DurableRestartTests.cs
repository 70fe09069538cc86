using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.Durable;

public sealed class DurableRestartTests(DurableDatabaseFixture database) : IClassFixture<DurableDatabaseFixture>
{
    [Fact]
    public async Task What_a_host_left_unfinished_the_next_one_finishes()
    {
        string id;
        await using (var first = await database.StartHostAsync())
        {
            id = await first.Orchestrations().ScheduleNewOrchestrationInstanceAsync("Gated");
            (await first.Probe.HeardAsync()).ShouldBe("at the gate");
            await first.StopAsync(new CancellationToken(canceled: true));
        }

        await using var second = await database.StartHostAsync();
        (await second.Probe.HeardAsync()).ShouldBe("at the gate");
        second.Probe.Gate.SetResult();

        (await second.EndOfAsync(id)).ReadOutputAs<string>().ShouldBe("through");
    }

    [Fact]
    public async Task A_second_host_waits_says_so_once_and_takes_over()
    {
        var first = await database.StartHostAsync();
        await first.RunAsync("FanOut", 1);
        await using var second = await database.StartHostAsync();
        var id = await second.Orchestrations().ScheduleNewOrchestrationInstanceAsync("Gated");
        (await first.Probe.HeardAsync()).ShouldBe("at the gate");
        second.Probe.Gate.SetResult();

        await first.StopAsync(new CancellationToken(canceled: true));
        await first.DisposeAsync();

        (await second.EndOfAsync(id)).ReadOutputAs<string>().ShouldBe("through");
        second.Log.Lines.Count(line => line.Contains("Another host works", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_host_that_starts_before_its_database_works_once_that_is_there()
    {
        await database.Server.StopAsync();
        await using var host = await database.StartHostAsync();
        await host.Log.ShouldTellAsync("Orchestrations cannot go on");

        await database.Server.RestartAsync();

        (await host.RunAsync("FanOut", 3)).ReadOutputAs<int>().ShouldBe(5);
    }

    [Fact]
    public async Task A_database_that_was_away_ends_nothing()
    {
        await using var host = await database.StartHostAsync();
        var id = await host.Orchestrations().ScheduleNewOrchestrationInstanceAsync("Gated");
        (await host.Probe.HeardAsync()).ShouldBe("at the gate");

        await database.Server.StopAsync();
        await Should.ThrowAsync<Npgsql.NpgsqlException>(() => host.Orchestrations().ScheduleNewOrchestrationInstanceAsync("FanOut", 1));
        await database.Server.RestartAsync();
        host.Probe.Gate.SetResult();

        (await host.EndOfAsync(id)).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        host.Log.Lines.Count(line => line.Contains("Orchestrations cannot go on", StringComparison.Ordinal)).ShouldBe(1);
    }
}

using LocalHost.Tests.Http;
using LocalHost.Tests.Timers;
using SloFunctions.Testing;

namespace LocalHost.Tests;

public class ShutdownTests
{
    [Fact]
    public async Task A_request_that_runs_is_answered_and_a_new_one_is_refused()
    {
        await using var host = await RunningHost.StartAsync(typeof(FailingFunctions));
        var running = host.Client.GetStringAsync("/Slow");
        (await host.Probe.HeardAsync()).ShouldBe("slow");

        var stopping = host.StopAsync();
        using var newcomer = new HttpClient { BaseAddress = host.Client.BaseAddress };
        newcomer.DefaultRequestHeaders.ConnectionClose = true;
        while (await IsAnsweredAsync(newcomer))
        {
            await Task.Yield();
        }

        stopping.IsCompleted.ShouldBeFalse();
        host.Probe.Gate.SetResult();

        (await running).ShouldBe("done");
        await stopping;
    }

    private static async Task<bool> IsAnsweredAsync(HttpClient client)
    {
        try
        {
            await client.GetAsync("/Fine");
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    [Fact]
    public async Task A_timer_that_runs_may_finish_and_starts_no_more()
    {
        var clock = new FakeClock(DateTimeOffset.UnixEpoch);
        await using var host = await RunningHost.StartAsync(HostSetup.At(clock), typeof(Lengthy));
        clock.Advance(TimeSpan.FromMinutes(1));
        (await host.Probe.HeardAsync()).ShouldBe("in");

        var stopping = host.StopAsync();
        clock.Advance(TimeSpan.FromMinutes(5));
        stopping.IsCompleted.ShouldBeFalse();
        host.Probe.Gate.SetResult();
        await stopping;

        host.Probe.Rest().ShouldBe(["out"]);
    }

    [Fact]
    public async Task A_timer_that_does_not_finish_is_cancelled()
    {
        var clock = new FakeClock(DateTimeOffset.UnixEpoch);
        await using var host = await RunningHost.StartAsync(HostSetup.At(clock), typeof(Lengthy));
        await host.Client.PostAsync("/admin/functions/Lengthy", content: null);
        (await host.Probe.HeardAsync()).ShouldBe("in");

        await host.StopAsync(new CancellationToken(canceled: true));

        (await host.Probe.HeardAsync()).ShouldBe("cancelled");
    }
}

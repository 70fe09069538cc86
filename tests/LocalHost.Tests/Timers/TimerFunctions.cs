using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Tests.Timers;

public sealed class EveryFiveMinutes(Probe probe, TimeProvider clock)
{
    [Function("EveryFiveMinutes")]
    public void Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer, FunctionContext context) =>
        probe.Say($"{clock.GetUtcNow():HH:mm:ss} {(timer.IsPastDue ? "late" : "on time")}"
            + $" next {timer.ScheduleStatus?.Next:HH:mm:ss}{(context.GetHttpContext() is null ? "" : " over HTTP")}");
}

public sealed class OnStartup(Probe probe, TimeProvider clock)
{
    [Function("OnStartup")]
    public void Run([TimerTrigger("00:10:00", RunOnStartup = true, UseMonitor = false)] TimerInfo timer) =>
        probe.Say($"{clock.GetUtcNow():HH:mm:ss} {(timer.ScheduleStatus is null ? "unmonitored" : "monitored")}");
}

public sealed class FromSetting(Probe probe)
{
    [Function("FromSetting")]
    public Task Run([TimerTrigger("%Timers:Drift%")] TimerInfo timer)
    {
        probe.Say(timer.IsPastDue ? "late" : "on time");
        return Task.CompletedTask;
    }
}

public sealed class Throwing(Probe probe)
{
    [Function("Throwing")]
    public Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer)
    {
        probe.Say(timer.IsPastDue ? "late" : "on time");
        throw new InvalidOperationException("timer boom");
    }
}

public sealed class Lengthy(Probe probe)
{
    [Function("Lengthy")]
    public async Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        probe.Say("in");
        try
        {
            await probe.Gate.Task.WaitAsync(cancellation);
            probe.Say(timer.IsPastDue ? "late out" : "out");
        }
        catch (OperationCanceledException)
        {
            probe.Say("cancelled");
        }
    }
}

public sealed class Impossible
{
    [Function("Impossible")]
    public void Run([TimerTrigger("0 0 0 31 2 *")] TimerInfo timer) => ArgumentNullException.ThrowIfNull(timer);
}

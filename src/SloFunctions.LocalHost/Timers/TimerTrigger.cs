using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SloFunctions.LocalHost.Invocations;
using SloFunctions.LocalHost.Triggers;

namespace SloFunctions.LocalHost.Timers;

/// <summary>Runs a function at each occurrence of its schedule, one run at a time.</summary>
internal sealed class TimerTrigger(
    HostedFunction function,
    string text,
    ISchedule schedule,
    TimerStateFile? file,
    bool runOnStartup,
    BackgroundRuns runs,
    TimeProvider clock,
    ILogger<TimerTrigger> log) : FunctionTrigger(function), IDisposable
{
    // Long waits are cut up: the clock may be set meanwhile, and timers cannot count past 49 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim single = new(1, 1);

    public override string Description => $"timer {text} (UTC)";

    public override void Start(CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        var isPastDue = IsPastDue(now);
        var first = isPastDue || runOnStartup ? now : schedule.Next(now);
        runs.Start(cancellation => LoopAsync(first, isPastDue, stopping, cancellation));
    }

    public override bool TryFire(string? input)
    {
        runs.Start(cancellation => RunAsync(isPastDue: false, cancellation));
        return true;
    }

    public void Dispose() => single.Dispose();

    private async Task LoopAsync(DateTimeOffset? first, bool isPastDue, CancellationToken stopping, CancellationToken cancellation)
    {
        for (var due = first; due is not null && await WaitUntilAsync(due.Value, stopping); due = schedule.Next(clock.GetUtcNow()))
        {
            await RunAsync(isPastDue, cancellation);
            isPastDue = false;
        }
    }

    private async Task RunAsync(bool isPastDue, CancellationToken cancellation)
    {
        await single.WaitAsync(cancellation);
        try
        {
            log.TimerFires(Function.Name, isPastDue ? "late" : "in time");
            var started = clock.GetUtcNow();
            await runs.InvokeAsync(Function, new TimerInfo { IsPastDue = isPastDue, ScheduleStatus = file?.Read()?.ToStatus() }, cancellation);
            Remember(started, clock.GetUtcNow());
        }
        finally
        {
            single.Release();
        }
    }

    /// <summary>Whether an occurrence went by while no host ran.</summary>
    private bool IsPastDue(DateTimeOffset now)
    {
        var state = file?.Read();

        // A changed schedule makes what is remembered worthless; so does a first start.
        if (state is null || schedule.Next(state.LastUpdated) != state.Next)
        {
            Remember(last: null, now);
            return false;
        }

        return state.Next < now;
    }

    private void Remember(DateTimeOffset? last, DateTimeOffset now)
    {
        if (file is not null && schedule.Next(now) is { } next)
        {
            file.Write(new TimerState(last, next, now));
        }
    }

    private async Task<bool> WaitUntilAsync(DateTimeOffset due, CancellationToken stopping)
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                var left = due - clock.GetUtcNow();
                if (left <= TimeSpan.Zero)
                {
                    return true;
                }

                await Task.Delay(left < LongestWait ? left : LongestWait, clock, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopping: nothing new is started.
        }

        return false;
    }
}

using Microsoft.Extensions.Logging;
using Npgsql;
using SloFunctions.LocalHost.Durable.Storage;

namespace SloFunctions.LocalHost.Durable.Dispatch;

/// <summary>All that runs while this host holds the lock. It begins with what the database holds, and forgets everything at its end.</summary>
internal sealed class DurableWorkers
{
    private const int Batch = 100;

    // What was produced in another process, or was missed, is found so late at most.
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan StoreTime = TimeSpan.FromSeconds(10);

    private readonly ReadyQueue ready = new();
    private readonly ActivityQueue activities;
    private readonly Bell wake = new();
    private readonly WorkStore work;
    private readonly ActivityStore store;
    private readonly OrchestrationStepper stepper;
    private readonly ActivityRunner runner;
    private readonly DurableOptions options;
    private readonly DurableSignals signals;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly Lock gate = new();
    private ITimer? due;
    private DateTimeOffset dueAt = DateTimeOffset.MaxValue;

    public DurableWorkers(
        WorkStore work,
        ActivityStore store,
        OrchestrationStepper stepper,
        ActivityRunner runner,
        DurableOptions options,
        DurableSignals signals,
        TimeProvider clock,
        ILogger<DurableWorkers> log)
    {
        (this.work, this.store, this.stepper, this.runner, this.options, this.signals, this.clock, this.log) =
            (work, store, stepper, runner, options, signals, clock, log);
        activities = new ActivityQueue(store, Batch);
    }

    /// <summary>Looks into the database soon.</summary>
    public void Wake() => wake.Ring();

    /// <summary>Works until one part fails or <paramref name="stopping"/> is cancelled.</summary>
    /// <param name="watch">Ends with an exception when the lock is lost.</param>
    /// <param name="stopping">Cancelled when nothing new shall be begun.</param>
    /// <param name="patience">Cancelled when activities that run can be waited for no longer.</param>
    /// <exception cref="NpgsqlException">The database cannot be reached any more.</exception>
    public async Task RunAsync(Func<CancellationToken, Task> watch, CancellationToken stopping, CancellationToken patience)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(patience);
        signals.Ready.Add(ready.Add);
        signals.ActivitiesAdded.Add(WakeActivities);
        signals.DueAt.Add(Arm);
        try
        {
            List<Task> parts = [Part(watch), Part(PollAsync), Part(activities.FillAsync)];
            for (var i = 0; i < options.MaxConcurrentOrchestratorFunctions; i++) parts.Add(Part(StepsAsync));
            for (var i = 0; i < options.MaxConcurrentActivityFunctions; i++) parts.Add(Part(token => ActivitiesAsync(token, interrupt.Token)));
            var first = await Task.WhenAny(parts);
            if (!stopping.IsCancellationRequested) await interrupt.CancelAsync();
            await end.CancelAsync();
            await Task.WhenAll(parts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stopping.IsCancellationRequested) await first;
        }
        finally
        {
            signals.Ready.Remove(ready.Add);
            signals.ActivitiesAdded.Remove(WakeActivities);
            signals.DueAt.Remove(Arm);
            if (due is not null) await due.DisposeAsync();
        }

        Task Part(Func<CancellationToken, Task> part) => Task.Run(() => part(end.Token), CancellationToken.None);
    }

    private void WakeActivities(string instanceId) => activities.Wake();

    private async Task PollAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            lock (gate) dueAt = DateTimeOffset.MaxValue;
            var (found, next) = await work.ReadAsync(now, ready.Waiting(), Batch * 10, cancellation);
            foreach (var id in found) ready.Add(id);
            if (next is { } at) Arm(at);
            activities.Wake();
            await wake.WaitAsync(Poll, cancellation);
        }
    }

    private void Arm(DateTimeOffset at)
    {
        lock (gate)
        {
            if (at >= dueAt) return;
            dueAt = at;
            var wait = at - clock.GetUtcNow();
            // The poll arms it again; timers cannot count past 49 days.
            wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait > TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) : wait;
            due?.Dispose();
            due = clock.CreateTimer(_ => Wake(), null, wait, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task StepsAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var id = await ready.TakeAsync(cancellation);
            try
            {
                await stepper.StepAsync(id, cancellation);
            }
            catch (PostgresException refusal) when (refusal.SqlState is not ("57P01" or "57P02" or "57P03"))
            {
                // The database is there and refuses this step. The poll finds the instance again.
                log.StepRefused(id, refusal);
            }

            if (ready.Release(id)) Wake();
        }
    }

    private async Task ActivitiesAsync(CancellationToken cancellation, CancellationToken interrupt)
    {
        while (true)
        {
            var item = await activities.TakeAsync(cancellation);
            var outcome = await runner.RunAsync(item, interrupt);
            using var limit = new CancellationTokenSource(StoreTime);
            await store.StoreAsync(item, outcome, limit.Token);
            activities.Release(item);
            signals.Ready.Raise(item.InstanceId);
        }
    }
}

using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using SloFunctions.LocalHost.Durable.Dispatch;
using SloFunctions.LocalHost.Durable.Replay;
using SloFunctions.LocalHost.Durable.Storage;

namespace SloFunctions.LocalHost.Durable;

/// <summary>Starts, asks after and ends orchestrations of the local host's engine. Throws what the database throws when it is away.</summary>
public sealed class LocalDurableTaskClient : DurableTaskClient, IDisposable
{
    // Where the end comes about in another process.
    private static readonly TimeSpan WaitPoll = TimeSpan.FromMilliseconds(500);

    private static readonly string[] Active = ["pending", "running"];
    private static readonly string[] Suspended = ["suspended"];

    private readonly InstanceStore instances;
    private readonly InstanceTrees trees;
    private readonly DurableSignals signals;
    private readonly TimeProvider clock;

    internal LocalDurableTaskClient(InstanceStore instances, InstanceTrees trees, DurableSignals signals, TimeProvider clock)
        : base("local") =>
        (this.instances, this.trees, this.signals, this.clock) = (instances, trees, signals, clock);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">An instance of that id has not ended, or there is no database.</exception>
    /// <exception cref="ArgumentException">The name, id or input cannot be taken.</exception>
    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        var id = InstanceIds.Check(options?.InstanceId ?? NewId());
        var started = new HistoryEvent(HistoryEventKind.ExecutionStarted, now)
        {
            Name = DurableNames.Check(orchestratorName.Name),
            Text = CheckPayload("The input", input),
            InstanceId = id,
        };
        var beginsAt = options?.StartAt is { } at && at > now ? at.ToUniversalTime() : now;
        if (!await instances.TryStartAsync(started, beginsAt, cancellation))
            throw new InvalidOperationException($"An orchestration instance with the id {id} exists already and has not ended.");
        if (beginsAt > now) signals.DueAt.Raise(beginsAt);
        else signals.Ready.Raise(id);
        return id;
    }

    /// <inheritdoc/>
    public override async Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        var raised = new HistoryEvent(HistoryEventKind.EventRaised, clock.GetUtcNow())
        {
            Name = DurableNames.Check(eventName),
            Text = CheckPayload("The event's payload", eventPayload),
        };
        await instances.RaiseAsync(instanceId, raised, cancellation);
        signals.Ready.Raise(instanceId);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">There is no such instance.</exception>
    public override async Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        var ended = new Bell();
        signals.Ended.Add(Tell);
        try
        {
            while (true)
            {
                var found = await instances.FindAsync(instanceId, getInputsAndOutputs, cancellation)
                    ?? throw new InvalidOperationException($"There is no orchestration instance with the id {instanceId}.");
                if (found.IsCompleted) return found;
                await ended.WaitAsync(WaitPoll, cancellation);
            }
        }
        finally
        {
            signals.Ended.Remove(Tell);
        }

        void Tell(string id)
        {
            if (id == instanceId) ended.Ring();
        }
    }

    /// <inheritdoc/>
    public override async Task TerminateInstanceAsync(string instanceId, object? output, CancellationToken cancellation = default)
    {
        var (ended, parent) = await trees.TerminateAsync(instanceId, CheckPayload("The output", output), clock.GetUtcNow(), cancellation);
        foreach (var id in ended) signals.Ended.Raise(id);
        if (parent is not null) signals.Ready.Raise(parent);
    }

    /// <inheritdoc/>
    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        instances.ChangeAsync(instanceId, Active, "suspended", clock.GetUtcNow(), cancellation);

    /// <inheritdoc/>
    public override async Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
    {
        await instances.ChangeAsync(instanceId, Suspended, "running", clock.GetUtcNow(), cancellation);
        signals.Ready.Raise(instanceId);
    }

    /// <inheritdoc/>
    public override Task<OrchestrationMetadata?> GetInstanceAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        instances.FindAsync(instanceId, getInputsAndOutputs, cancellation);

    /// <inheritdoc/>
    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        new InstancePages(instances, filter ?? new OrchestrationQuery());

    /// <inheritdoc/>
    public override async Task<PurgeResult> PurgeInstanceAsync(string instanceId, CancellationToken cancellation) =>
        new(await trees.PurgeAsync(instanceId, cancellation));

    /// <inheritdoc/>
    public override async Task<PurgeResult> PurgeAllInstancesAsync(PurgeInstancesFilter filter, CancellationToken cancellation) =>
        new(await trees.PurgeAsync(filter, cancellation));

    /// <summary>What is recorded of an instance's present execution, in order; empty when there is none.</summary>
    public Task<IReadOnlyList<HistoryEvent>> GetHistoryAsync(string instanceId, CancellationToken cancellation) =>
        instances.HistoryAsync(instanceId, cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        // The host disposes in either way, and there is nothing to dispose of.
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string? CheckPayload(string what, object? payload)
    {
        var text = DurablePayload.Write(payload);
        return DurablePayload.IsTooLong(text) ? throw new ArgumentException(DurablePayload.TooLong(what, text!), nameof(payload)) : text;
    }

    private static string NewId()
    {
#pragma warning disable RS0030 // As in the real client, an instance that is not named has a random id.
        return Guid.NewGuid().ToString("N");
#pragma warning restore RS0030
    }
}

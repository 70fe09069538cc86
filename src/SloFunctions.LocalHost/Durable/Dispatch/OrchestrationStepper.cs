using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Npgsql;
using SloFunctions.LocalHost.Durable.Replay;
using SloFunctions.LocalHost.Durable.Storage;

namespace SloFunctions.LocalHost.Durable.Dispatch;

/// <summary>Takes one step of one instance, in one transaction.</summary>
internal sealed class OrchestrationStepper(
    DurableDatabase database, DurableFunctions functions, DurableSignals signals, TimeProvider clock, ILoggerFactory loggers, ILogger<OrchestrationStepper> log)
{
    /// <summary>Takes a step if there is one to take.</summary>
    /// <exception cref="NpgsqlException">The database failed; nothing was changed.</exception>
    public async Task StepAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var now = clock.GetUtcNow();
        if (await StepStore.LoadAsync(connection, id, now, cancellation) is not { } instance) return;

        HistoryEvent[] arrived = [new(HistoryEventKind.StepStarted, now), .. instance.Arrived];
        var result = Replay(instance, arrived, now);
        await using var batch = new NpgsqlBatch(connection);
        Write(new StepWriter(batch, instance, now), instance, arrived, result, now);
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        Signal(instance, result);
    }

    private ReplayResult Replay(LoadedInstance instance, HistoryEvent[] arrived, DateTimeOffset now)
    {
        if (functions.Orchestrator(instance.Name) is not { } orchestrator)
        {
            var unknown = TaskFailures.Of("UnknownOrchestrator", $"This host has no orchestrator named {instance.Name}");
            return new ReplayResult([], new HistoryEvent(HistoryEventKind.ExecutionFailed, now) { Failure = unknown }, null, [], false);
        }

        var result = OrchestrationReplay.Run(orchestrator, instance.History, arrived, loggers);
        if (result.Divergence is { } divergence) log.NotDeterministic(instance.Name, instance.Id, divergence);
        else if (result.End?.Failure is { } failure) log.OrchestrationFailed(instance.Name, instance.Id, failure.ErrorType, failure.ErrorMessage);
        return result;
    }

    private static void Write(StepWriter writer, LoadedInstance instance, HistoryEvent[] arrived, ReplayResult result, DateTimeOffset now)
    {
        switch (result.End)
        {
            case null:
                writer.Wait([.. arrived, .. result.Actions], result.Actions, result.CustomStatus);
                break;
            case { Kind: HistoryEventKind.ContinuedAsNew } next:
                var first = instance.History.Concat(arrived).First(entry => entry.Kind == HistoryEventKind.ExecutionStarted);
                writer.Continue(first with { At = now, Text = next.Text, Execution = instance.Execution + 1 }, result.Unprocessed, result.CustomStatus);
                break;
            case { } end:
                writer.End([.. arrived, .. result.Actions, end], end, result.CustomStatus);
                break;
        }
    }

    private void Signal(LoadedInstance instance, ReplayResult result)
    {
        if (result.End is { Kind: not HistoryEventKind.ContinuedAsNew })
        {
            signals.Ended.Raise(instance.Id);
            if (instance.Parent is { } parent) signals.Ready.Raise(parent.InstanceId);
            return;
        }

        if (result.End is not null || instance.MessageIds.Length == StepStore.MostMessages) signals.Ready.Raise(instance.Id);
        if (result.Actions.Any(a => a.Kind == HistoryEventKind.ActivityScheduled)) signals.ActivitiesAdded.Raise(instance.Id);
        foreach (var action in result.Actions)
        {
            if (action.Kind == HistoryEventKind.TimerCreated) signals.DueAt.Raise(action.FireAt!.Value);
            else if (action.Kind == HistoryEventKind.SubOrchestrationScheduled) SignalChild(instance, action);
        }
    }

    // The parent as well: if the child could not be started, that is a message for it.
    private void SignalChild(LoadedInstance instance, HistoryEvent action)
    {
        signals.Ready.Raise(action.InstanceId!);
        signals.Ready.Raise(instance.Id);
    }
}

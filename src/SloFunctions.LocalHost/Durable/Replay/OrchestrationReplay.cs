using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace SloFunctions.LocalHost.Durable.Replay;

/// <summary>
/// Runs an orchestrator from its beginning over its history, and holds all that it asks for against that history. Pure: it
/// reads and writes nothing, and the same code with the same history comes to the same result.
/// </summary>
public static class OrchestrationReplay
{
    /// <summary>Replays a history and, if anything has arrived, runs one step more.</summary>
    /// <param name="orchestrator">The orchestrator's code; the result is what it returns, or null.</param>
    /// <param name="history">What is recorded. With its end in it, the code must come to that end.</param>
    /// <param name="arrived">The events of a step that was not run yet, which begins with <see cref="HistoryEventKind.StepStarted"/>; null for none.</param>
    /// <param name="loggers">Where the orchestrator's log goes.</param>
    /// <exception cref="ArgumentException">The history does not begin with a step that starts an execution.</exception>
    public static ReplayResult Run(
        Func<TaskOrchestrationContext, Task<object?>> orchestrator,
        IReadOnlyList<HistoryEvent> history,
        IReadOnlyList<HistoryEvent>? arrived = null,
        ILoggerFactory? loggers = null)
    {
        var steps = ReplayStep.Split(history, arrived ?? []);
        var script = new ActionScript();
        using var thread = OrchestratorThread.Enter();
        var context = new ReplayContext(steps[0].Arrived[0], script, thread, loggers ?? NullLoggerFactory.Instance);
        Task<object?>? run = null;
        HistoryEvent? end = null;
        foreach (var step in steps)
        {
            script.Begin(step);
            foreach (var entry in step.Arrived)
            {
                if (run is null) run = Begin(orchestrator, context);
                else context.Apply(entry);
                thread.Drain();
                if (thread.WasLeft) return Broken(script, context, OrchestratorThread.Message);
                if (script.Divergence is { } difference) return Broken(script, context, difference);
            }

            end = run is { IsCompleted: true } ? End(run, context, script.Now) : null;
            script.Finish(end);
            if (script.Divergence is { } missing) return Broken(script, context, missing);
            if (end is null && !context.HasOutstanding) return Broken(script, context, OrchestratorThread.Message);
            if (end is not null) break;
        }

        return new ReplayResult(script.Taken, end, context.CustomStatus, end?.Kind == HistoryEventKind.ContinuedAsNew ? context.Unprocessed : [], false);
    }

    private static Task<object?> Begin(Func<TaskOrchestrationContext, Task<object?>> orchestrator, ReplayContext context)
    {
        try
        {
            return orchestrator(context);
        }
#pragma warning disable CA1031 // Whatever the code throws is its failure.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return Task.FromException<object?>(failure);
        }
    }

    private static HistoryEvent End(Task<object?> run, ReplayContext context, DateTimeOffset at)
    {
        if (run.IsCanceled) return Failed(TaskFailures.Of(typeof(TaskCanceledException).FullName!, "The orchestrator was cancelled by a task that it awaited"), at);
        if (run.Exception is { } failure) return Failed(TaskFailures.Of(failure.InnerException ?? failure), at);
        if (context.IsContinued) return new HistoryEvent(HistoryEventKind.ContinuedAsNew, at) { Text = context.NextInput };
        return Output(run, context, at);
    }

    private static HistoryEvent Output(Task<object?> run, ReplayContext context, DateTimeOffset at)
    {
        string? text;
        try
        {
            text = DurablePayload.Write(run.GetAwaiter().GetResult());
        }
#pragma warning disable CA1031 // Properties of the result are foreign code.
        catch (Exception unwritable)
#pragma warning restore CA1031
        {
            return Failed(TaskFailures.Of(unwritable), at);
        }

        return DurablePayload.IsTooLong(text)
            ? Failed(TaskFailures.Of("PayloadTooLarge", DurablePayload.TooLong($"The result of {context.Name}", text!)), at)
            : new HistoryEvent(HistoryEventKind.ExecutionCompleted, at) { Text = text };
    }

    private static ReplayResult Broken(ActionScript script, ReplayContext context, string message) => new(
        [], Failed(TaskFailures.Of(typeof(NonDeterministicOrchestrationException).FullName!, message), script.Now), context.CustomStatus, [], true);

    private static HistoryEvent Failed(TaskFailureDetails failure, DateTimeOffset at) => new(HistoryEventKind.ExecutionFailed, at) { Failure = failure };
}

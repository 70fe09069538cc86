using System.Collections.ObjectModel;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SloFunctions.LocalHost.Durable.Replay;
using SloFunctions.LocalHost.Durable.Storage;
using SloFunctions.LocalHost.Invocations;
using SloFunctions.LocalHost.Settings;

namespace SloFunctions.LocalHost.Durable.Dispatch;

/// <summary>Runs an activity through the app's middleware, in a scope of its own.</summary>
internal sealed class ActivityRunner(
    IServiceScopeFactory scopes, FunctionPipeline pipeline, DurableFunctions functions, HostJson settings, TimeProvider clock, ILogger<ActivityRunner> log)
{
    /// <summary>Runs an activity.</summary>
    /// <returns>Its outcome.</returns>
    /// <exception cref="OperationCanceledException">It was interrupted, and is to be run again.</exception>
    public async Task<HistoryEvent> RunAsync(ActivityItem item, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(settings.FunctionTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            return Outcome(item, DurablePayload.Write(await InvokeAsync(item, either.Token)));
        }
#pragma warning disable CA1031 // Whatever an activity throws is its failure, which its orchestrator learns.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            cancellation.ThrowIfCancellationRequested();
            if (timeout.IsCancellationRequested)
            {
                log.FunctionTimedOut(item.Name, settings.FunctionTimeout);
                return Failed(item, TaskFailures.Of(typeof(TimeoutException).FullName!, $"The activity {item.Name} took longer than {settings.FunctionTimeout}"));
            }

            log.FunctionFailed(item.Name, failure);
            return Failed(item, TaskFailures.Of(failure));
        }
    }

    private async Task<object?> InvokeAsync(ActivityItem item, CancellationToken cancellation)
    {
        var activity = functions.Activity(item.Name) ?? throw new InvalidOperationException($"This host has no activity named {item.Name}");
        var input = activity.ReadInput(item.Input);
        await using var scope = scopes.CreateAsyncScope();
        var context = new LocalFunctionContext(
            activity.Function, input, ReadOnlyDictionary<string, object?>.Empty, scope.ServiceProvider, cancellation);
        await pipeline.InvokeAsync(context);
        return context.GetInvocationResult().Value;
    }

    private HistoryEvent Outcome(ActivityItem item, string? text) => DurablePayload.IsTooLong(text)
        ? Failed(item, TaskFailures.Of("PayloadTooLarge", DurablePayload.TooLong($"The result of {item.Name}", text!)))
        : new HistoryEvent(HistoryEventKind.ActivityCompleted, clock.GetUtcNow()) { TaskId = item.TaskId, Text = text };

    private HistoryEvent Failed(ActivityItem item, TaskFailureDetails failure) =>
        new(HistoryEventKind.ActivityFailed, clock.GetUtcNow()) { TaskId = item.TaskId, Failure = failure };
}

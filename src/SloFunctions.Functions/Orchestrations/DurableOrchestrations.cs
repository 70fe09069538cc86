using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using SloFunctions.Application.Failures;
using SloFunctions.Application.Orchestrations;

namespace SloFunctions.Functions.Orchestrations;

/// <summary>Orchestrations of Durable Functions, through the client that an invocation is given.</summary>
internal sealed class DurableOrchestrations(DurableTaskClient client) : IOrchestrations
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private static readonly OrchestrationRuntimeStatus[] Ended =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    public Task<bool> TryStartAsync(string orchestrator, string instanceId, object? input, CancellationToken cancellation) => AskAsync(
        async () =>
        {
            if (await ReadAsync(instanceId, cancellation) == OrchestrationState.Active) return false;
            try
            {
                await client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(instanceId), cancellation);
                return true;
            }
            catch (Exception) when (!cancellation.IsCancellationRequested)
            {
                // Releases of the client tell of an id that is taken by different exceptions.
                if (await ReadAsync(instanceId, cancellation) == OrchestrationState.Active) return false;
                throw;
            }
        },
        cancellation);

    public Task RaiseAsync(string instanceId, string eventName, CancellationToken cancellation) => AskAsync(
        async () =>
        {
            if (await ReadAsync(instanceId, cancellation) != OrchestrationState.Active) return false;
            await client.RaiseEventAsync(instanceId, eventName, null, cancellation);
            return true;
        },
        cancellation);

    public Task<OrchestrationState?> FindAsync(string instanceId, CancellationToken cancellation) => AskAsync(() => ReadAsync(instanceId, cancellation), cancellation);

    public Task<DateTimeOffset?> AtWorkSinceAsync(string instanceId, CancellationToken cancellation) => AskAsync(
        async () => await client.GetInstanceAsync(instanceId, cancellation) is { } found && StateOf(found.RuntimeStatus) == OrchestrationState.Active
            ? found.CreatedAt
            : (DateTimeOffset?)null,
        cancellation);

    public Task<int> ForgetAsync(DateTimeOffset startedBefore, CancellationToken cancellation) => AskAsync(
        async () => (await client.PurgeAllInstancesAsync(new PurgeInstancesFilter(DateTimeOffset.UnixEpoch, startedBefore, Ended), cancellation)).PurgedInstanceCount,
        cancellation);

    private async Task<OrchestrationState?> ReadAsync(string instanceId, CancellationToken cancellation) =>
        await client.GetInstanceAsync(instanceId, cancellation) is { } found ? StateOf(found.RuntimeStatus) : null;

    private static OrchestrationState StateOf(OrchestrationRuntimeStatus status) =>
        status switch
        {
            OrchestrationRuntimeStatus.Completed => OrchestrationState.Completed,
            OrchestrationRuntimeStatus.Failed => OrchestrationState.Failed,
            OrchestrationRuntimeStatus.Terminated => OrchestrationState.Terminated,
            _ => OrchestrationState.Active,
        };

    // The client's failures are those of its transport, which the packages do not share.
    private static async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        try
        {
            return await ask();
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested && failure is not DependencyUnavailableException)
        {
            throw new DependencyUnavailableException("orchestrations", RetryAfter, failure);
        }
    }
}

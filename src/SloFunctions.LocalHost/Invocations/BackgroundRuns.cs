using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SloFunctions.LocalHost.Settings;

namespace SloFunctions.LocalHost.Invocations;

/// <summary>Invocations that nobody waits for. When the host stops it lets them finish, and cancels them when its patience ends.</summary>
internal sealed class BackgroundRuns(
    IServiceScopeFactory scopes, FunctionPipeline pipeline, HostJson settings, TimeProvider clock, ILogger<BackgroundRuns> log)
    : IHostedService, IDisposable
{
    // What has been cancelled may still need a moment to put its things in order.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Task, byte> running = new();
    private readonly CancellationTokenSource patience = new();

    /// <summary>Runs <paramref name="work"/> in the background. Its token is cancelled when it can be waited for no longer.</summary>
    public void Start(Func<CancellationToken, Task> work)
    {
        var task = Task.Run(() => work(patience.Token), CancellationToken.None);
        running[task] = 0;
        _ = task.ContinueWith(done => running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    /// <summary>Invokes a function in the background and waits for its end.</summary>
    /// <returns>Whether it succeeded.</returns>
    public Task<bool> CompleteAsync(HostedFunction function, object? trigger)
    {
        var end = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        Start(async cancellation => end.SetResult(await InvokeAsync(function, trigger, cancellation)));
        return end.Task;
    }

    /// <summary>Invokes a function once. Never throws: a failure is logged.</summary>
    /// <returns>Whether it succeeded.</returns>
    public async Task<bool> InvokeAsync(HostedFunction function, object? trigger, CancellationToken cancellationToken)
    {
        try
        {
            using var timeout = new CancellationTokenSource(settings.FunctionTimeout, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
            await using var scope = scopes.CreateAsyncScope();
            var context = new LocalFunctionContext(
                function, trigger, ReadOnlyDictionary<string, object?>.Empty, scope.ServiceProvider, either.Token);
            await pipeline.InvokeAsync(context);
            return true;
        }
#pragma warning disable CA1031 // Whatever a function throws, the host and the schedule go on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.FunctionFailed(function.Name, failure);
            return false;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await DrainAsync().WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await patience.CancelAsync();
            await DrainAsync().WaitAsync(Grace, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => patience.Dispose();

    private async Task DrainAsync()
    {
        while (!running.IsEmpty)
        {
            await Task.WhenAll(running.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Yield();
        }
    }
}

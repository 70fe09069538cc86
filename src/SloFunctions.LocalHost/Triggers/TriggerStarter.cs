using Microsoft.Extensions.Hosting;

namespace SloFunctions.LocalHost.Triggers;

/// <summary>Starts the triggers once the server listens, and none when it could not.</summary>
internal sealed class TriggerStarter(IHostApplicationLifetime lifetime, StartPhase start) : IHostedLifecycleService
{
    public IReadOnlyList<FunctionTrigger> Triggers { get; set; } = [];

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        start.IsOver = true;
        foreach (var trigger in Triggers)
        {
            trigger.Start(lifetime.ApplicationStopping);
        }

        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

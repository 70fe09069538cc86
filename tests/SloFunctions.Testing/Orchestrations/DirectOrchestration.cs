using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace SloFunctions.Testing.Orchestrations;

/// <summary>
/// Runs an orchestrator in one go, without a history: what it asks for is done at once, by the app's activities. What passes between them is
/// written as JSON and read again, and what fails is tried as often as the orchestrator says, without waiting in between.
/// </summary>
public sealed class DirectOrchestration(DirectActivities activities, DateTimeOffset now, CancellationToken cancellation) : TaskOrchestrationContext
{
    private readonly List<string> called = [];

    /// <summary>The activities that were asked for, in order; repeats after a failure are not told.</summary>
    public IReadOnlyList<string> Called => called;

    /// <summary>Whether each activity is done twice, as when the first result was lost with its host.</summary>
    public bool Repeats { get; init; }

    /// <inheritdoc/>
    public override TaskName Name => "direct";

    /// <inheritdoc/>
    public override string InstanceId => "direct";

    /// <inheritdoc/>
    public override ParentOrchestrationInstance? Parent => null;

    /// <inheritdoc/>
    public override DateTime CurrentUtcDateTime => now.UtcDateTime;

    /// <inheritdoc/>
    public override bool IsReplaying => false;

    /// <inheritdoc/>
    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    /// <inheritdoc/>
    public override T? GetInput<T>()
        where T : default => default;

    /// <inheritdoc/>
    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        called.Add(name);
        int attempts = options?.Retry?.Policy?.MaxNumberOfAttempts ?? 1;
        string json = JsonSerializer.Serialize(input);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                if (Repeats) await activities.RunAsync(name, json, cancellation);
                return JsonSerializer.Deserialize<TResult>(await activities.RunAsync(name, json, cancellation))!;
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                if (attempt == attempts) throw new TaskFailedException(name, called.Count, TaskFailureDetails.FromException(failure));
            }
        }
    }

    /// <inheritdoc/>
    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetCustomStatus(object? customStatus)
    {
    }

    /// <inheritdoc/>
    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        throw new NotSupportedException();

    /// <inheritdoc/>
    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override Guid NewGuid() => throw new NotSupportedException();
}

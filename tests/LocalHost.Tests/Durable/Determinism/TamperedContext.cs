using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalHost.Tests.Durable.Determinism;

/// <summary>Lets an orchestrator's code behave as if somebody had put a clock or a random id into it, without touching the code.</summary>
/// <param name="real">The context of the replay.</param>
/// <param name="at">The call that is changed, counted from 0: an activity, a sub-orchestration or a timer.</param>
internal sealed class TamperedContext(TaskOrchestrationContext real, int at) : TaskOrchestrationContext
{
    private int calls;

    /// <summary>Whether the call was reached.</summary>
    public bool HasTampered { get; private set; }

    public override TaskName Name => real.Name;

    public override string InstanceId => real.InstanceId;

    public override ParentOrchestrationInstance? Parent => real.Parent;

    public override DateTime CurrentUtcDateTime => real.CurrentUtcDateTime;

    public override bool IsReplaying => real.IsReplaying;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    public override T? GetInput<T>()
        where T : default => real.GetInput<T>();

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null) =>
        real.CallActivityAsync<TResult>(name, IsNow() ? Guid.NewGuid() : input, options);

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken) =>
        real.CreateTimer(IsNow() ? DateTime.UtcNow.AddDays(1) : fireAt, cancellationToken);

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default) =>
        real.WaitForExternalEvent<T>(eventName, cancellationToken);

    public override void SetCustomStatus(object? customStatus) => real.SetCustomStatus(customStatus);

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        real.CallSubOrchestratorAsync<TResult>(orchestratorName, IsNow() ? Guid.NewGuid() : input, options);

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) => real.ContinueAsNew(newInput, preserveUnprocessedEvents);

    public override Guid NewGuid() => real.NewGuid();

    private bool IsNow()
    {
        bool isNow = calls++ == at;
        HasTampered |= isNow;
        return isNow;
    }
}

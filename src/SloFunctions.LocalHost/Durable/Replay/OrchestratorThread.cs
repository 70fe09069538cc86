namespace SloFunctions.LocalHost.Durable.Replay;

/// <summary>
/// Keeps an orchestrator on the thread that replays it. What awaits a foreign task would go on elsewhere, and later than the
/// replay lasts; that is noticed rather than run.
/// </summary>
internal sealed class OrchestratorThread : SynchronizationContext, IDisposable
{
    /// <summary>What an orchestrator is told that left its thread.</summary>
    public const string Message =
        "The orchestrator awaited something that is not a task of its context: it may wait only for activities, sub-orchestrations, timers and events "
        + "of the context, without ConfigureAwait(false), and do its input and output in activities";

    private readonly int owner = Environment.CurrentManagedThreadId;
    private readonly SynchronizationContext? before = Current;
    private readonly Queue<(SendOrPostCallback Work, object? State)> queue = new();
    private volatile bool wasLeft;
    private volatile bool isOver;

    private OrchestratorThread()
    {
    }

    /// <summary>Whether something went on, or wanted to, on another thread.</summary>
    public bool WasLeft => wasLeft;

    private bool IsHere => !isOver && Environment.CurrentManagedThreadId == owner;

    /// <summary>Makes the calling thread the orchestrator's until it is disposed.</summary>
    public static OrchestratorThread Enter()
    {
        var thread = new OrchestratorThread();
        SetSynchronizationContext(thread);
        return thread;
    }

    /// <exception cref="NonDeterministicOrchestrationException">The caller is on another thread, or the replay is over.</exception>
    public void Check()
    {
        if (IsHere) return;
        wasLeft = true;
        throw new NonDeterministicOrchestrationException(Message);
    }

    /// <summary>Runs what was posted from the thread itself.</summary>
    public void Drain()
    {
        while (queue.TryDequeue(out var next)) next.Work(next.State);
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsHere) queue.Enqueue((d, state));
        else wasLeft = true;
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        Check();
        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;

    public void Dispose()
    {
        isOver = true;
        SetSynchronizationContext(before);
    }
}

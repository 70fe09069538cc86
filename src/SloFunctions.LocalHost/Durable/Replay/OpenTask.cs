using Microsoft.DurableTask;

namespace SloFunctions.LocalHost.Durable.Replay;

/// <summary>A task that an orchestrator may wait for.</summary>
internal abstract class OpenTask(string name, int id)
{
    public string Name => name;

    public int Id => id;

    /// <summary>Completes the task with a result in JSON.</summary>
    public abstract void Complete(string? text);

    public abstract void Fail(TaskFailureDetails failure);
}

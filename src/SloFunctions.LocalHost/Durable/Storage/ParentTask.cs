namespace SloFunctions.LocalHost.Durable.Storage;

/// <summary>The task of another instance that waits for a sub-orchestration.</summary>
internal sealed record ParentTask(string InstanceId, int Execution, int TaskId);

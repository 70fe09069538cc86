namespace Microsoft.DurableTask;

/// <summary>A task has failed, all its attempts included.</summary>
public sealed class TaskFailedException : Exception
{
    /// <summary>The failure of a task.</summary>
    public TaskFailedException(string taskName, int taskId, TaskFailureDetails failureDetails)
        : base($"Task '{taskName}' (#{taskId}) failed with an unhandled exception: {failureDetails.ErrorMessage}") =>
        (TaskName, TaskId, FailureDetails) = (taskName, taskId, failureDetails);

    /// <summary>The task's name.</summary>
    public string TaskName { get; }

    /// <summary>The task's number in its orchestration.</summary>
    public int TaskId { get; }

    /// <summary>Why it failed.</summary>
    public TaskFailureDetails FailureDetails { get; }
}

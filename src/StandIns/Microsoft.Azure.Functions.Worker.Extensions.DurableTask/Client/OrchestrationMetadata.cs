using System.Text.Json;

namespace Microsoft.DurableTask.Client;

/// <summary>What is known of an orchestration.</summary>
/// <param name="name">The orchestrator's name.</param>
/// <param name="instanceId">Its id.</param>
public sealed class OrchestrationMetadata(string name, string instanceId)
{
    /// <summary>The orchestrator's name.</summary>
    public string Name => name;

    /// <summary>Its id.</summary>
    public string InstanceId => instanceId;

    /// <summary>How it stands.</summary>
    public OrchestrationRuntimeStatus RuntimeStatus { get; init; }

    /// <summary>When it was started.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When something last happened to it.</summary>
    public DateTimeOffset LastUpdatedAt { get; init; }

    /// <summary>Its input as JSON; null without, or when it was not asked for.</summary>
    public string? SerializedInput { get; init; }

    /// <summary>Its result as JSON; null without, or when it was not asked for.</summary>
    public string? SerializedOutput { get; init; }

    /// <summary>How far it has come, as JSON; null when it does not say, or was not asked for.</summary>
    public string? SerializedCustomStatus { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    public TaskFailureDetails? FailureDetails { get; init; }

    /// <summary>Whether it runs; neither while it is pending nor suspended.</summary>
    public bool IsRunning => RuntimeStatus == OrchestrationRuntimeStatus.Running;

    /// <summary>Whether it has ended, however.</summary>
    public bool IsCompleted => RuntimeStatus is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    /// <summary>Its result.</summary>
    /// <exception cref="JsonException">The result is none of that type.</exception>
    public T? ReadOutputAs<T>() => SerializedOutput is { } json ? JsonSerializer.Deserialize<T>(json) : default;

    /// <summary>How far it has come.</summary>
    /// <exception cref="JsonException">The status is none of that type.</exception>
    public T? ReadCustomStatusAs<T>() => SerializedCustomStatus is { } json ? JsonSerializer.Deserialize<T>(json) : default;
}

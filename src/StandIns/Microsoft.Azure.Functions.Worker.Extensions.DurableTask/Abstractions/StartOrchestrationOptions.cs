namespace Microsoft.DurableTask;

/// <summary>How an orchestration is started.</summary>
public record StartOrchestrationOptions
{
    /// <summary>Under an id, or one of the host's making when null; at a time, or at once when null.</summary>
#pragma warning disable CA1019, S3427 // The real type has these names.
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null) => (this.InstanceId, this.StartAt) = (InstanceId, StartAt);
#pragma warning restore CA1019, S3427

    /// <summary>A copy.</summary>
    public StartOrchestrationOptions(StartOrchestrationOptions options) => (InstanceId, StartAt) = (options.InstanceId, options.StartAt);

    /// <summary>Its id; one of the host's making when null.</summary>
    public string? InstanceId { get; init; }

    /// <summary>When it starts; at once when null.</summary>
    public DateTimeOffset? StartAt { get; init; }
}

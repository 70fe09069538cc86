namespace Microsoft.DurableTask;

/// <summary>How a sub-orchestration is run.</summary>
public record SubOrchestrationOptions : TaskOptions
{
    /// <summary>With these options, under this id; under one of the host's making when null.</summary>
    public SubOrchestrationOptions(TaskOptions options, string? instanceId = null)
        : base(options) => InstanceId = instanceId;

    /// <summary>A copy.</summary>
    public SubOrchestrationOptions(SubOrchestrationOptions options)
        : base(options) => InstanceId = options.InstanceId;

    /// <summary>Its id; one of the host's making when null.</summary>
    public string? InstanceId { get; init; }
}

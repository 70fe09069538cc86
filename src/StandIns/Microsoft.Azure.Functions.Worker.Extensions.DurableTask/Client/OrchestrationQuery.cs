namespace Microsoft.DurableTask.Client;

/// <summary>Which orchestrations are asked for; a part that is null asks for nothing.</summary>
/// <param name="CreatedFrom">Started then or later.</param>
/// <param name="CreatedTo">Started then or earlier.</param>
/// <param name="Statuses">Which stand so.</param>
/// <param name="TaskHubNames">In these task hubs.</param>
/// <param name="InstanceIdPrefix">Whose id begins so.</param>
/// <param name="PageSize">How many at once.</param>
/// <param name="FetchInputsAndOutputs">Whether inputs and results are read, too.</param>
/// <param name="ContinuationToken">Where to go on.</param>
public record OrchestrationQuery(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null,
    IEnumerable<string>? TaskHubNames = null,
    string? InstanceIdPrefix = null,
    int PageSize = OrchestrationQuery.DefaultPageSize,
    bool FetchInputsAndOutputs = false,
    string? ContinuationToken = null)
{
    /// <summary>How many at once unless said otherwise.</summary>
    public const int DefaultPageSize = 100;
}

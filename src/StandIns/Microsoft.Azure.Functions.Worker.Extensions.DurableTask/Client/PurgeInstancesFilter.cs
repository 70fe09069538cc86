namespace Microsoft.DurableTask.Client;

/// <summary>Which orchestrations that have ended are forgotten; a part that is null asks for nothing.</summary>
/// <param name="CreatedFrom">Started then or later.</param>
/// <param name="CreatedTo">Started then or earlier.</param>
/// <param name="Statuses">Which ended so.</param>
public record PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null, DateTimeOffset? CreatedTo = null, IEnumerable<OrchestrationRuntimeStatus>? Statuses = null);

namespace SloFunctions.Application.Observability;

/// <summary>Reads the percentiles of durations that SLOs in force promise, as far as they are measured.</summary>
public interface IMeasuredLatencies
{
    /// <summary>The percentiles 95 and 99 of the services that promise them, as of the last day.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    Task<IReadOnlyList<MeasuredLatency>> ReadAsync(CancellationToken cancellation);
}

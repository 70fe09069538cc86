using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Reports;

/// <summary>Reads what was promised and what was counted. Every call throws <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.</summary>
public interface IObjectiveRecords
{
    /// <summary>Every objective of an SLO in force that was activated before <paramref name="end"/>, in no order.</summary>
    Task<IReadOnlyList<AcceptedObjective>> ReadObjectivesAsync(DateTimeOffset end, CancellationToken cancellation);

    /// <summary>What was counted of the objectives of SLOs in force; those of services without any telemetry are missing.</summary>
    /// <param name="days">Whole UTC days.</param>
    /// <param name="cancellation">Ends the call early.</param>
    Task<IReadOnlyDictionary<ObjectiveKey, ObjectiveCounts>> ReadCountsAsync(TimeWindow days, CancellationToken cancellation);
}

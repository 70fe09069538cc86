using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.AutoApproval;

/// <summary>Reads what previews of rules rest on, for all services together. Every call throws <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.</summary>
public interface IPreviewRecords
{
    /// <summary>The services as they stood at a time, as far as the audit log tells.</summary>
    Task<IReadOnlyDictionary<ServiceId, ServiceStanding>> ReadStandingsAsync(DateTimeOffset at, ServiceId? only, CancellationToken cancellation);

    /// <summary>What was decided between two times, oldest first; not what an actor did.</summary>
    Task<IReadOnlyList<(ServiceId Service, PastDecision Decision)>> ReadDecisionsAsync(
        DateTimeOffset start, DateTimeOffset end, string exceptActor, ServiceId? only, CancellationToken cancellation);

    /// <summary>Stored recommendations, oldest first.</summary>
    IAsyncEnumerable<StoredCandidate> ReadCandidatesAsync(CandidateQuery query, CancellationToken cancellation);

    /// <summary>The recommendations of a service's latest set before a time; empty without one.</summary>
    Task<IReadOnlyList<StoredCandidate>> ReadLatestAsync(CandidateQuery query, CancellationToken cancellation);

    /// <summary>What was counted of services over days of their own, in the order asked for.</summary>
    Task<IReadOnlyList<ObjectiveCounts>> ReadCountsAsync(IReadOnlyList<(ServiceId Service, TimeWindow Days)> wanted, CancellationToken cancellation);
}

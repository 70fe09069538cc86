using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Recommendations;

/// <summary>Reads stored recommendations with their evidence.</summary>
public interface IReplayStore
{
    /// <summary>A set of a service, active or not; null when there is none with this id.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    Task<ReplayableRecommendation?> FindAsync(ServiceId service, Guid recommendationId, CancellationToken cancellation);
}

using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Reliability;

/// <summary>Reads the SLOs that are in force.</summary>
public interface IActiveSloReader
{
    /// <summary>The availability target of every service that has one, a ratio in (0, 1).</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    Task<IReadOnlyDictionary<ServiceId, double>> ReadAvailabilityTargetsAsync(CancellationToken cancellation);
}

using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Alerts;

/// <summary>Tells which services have SLOs in force.</summary>
public interface IExportedServices
{
    /// <summary>Reads services, in the ordinal order of their ids.</summary>
    /// <param name="service">The only one to read; null for more.</param>
    /// <param name="team">Whose services; null for everybody's.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>
    /// The services, those without an SLO among them where a service or a team is named: nothing then means that it is not
    /// known. Where neither is named, those with an SLO.
    /// </returns>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    Task<IReadOnlyList<ExportedService>> ReadAsync(ServiceId? service, string? team, CancellationToken cancellation);
}

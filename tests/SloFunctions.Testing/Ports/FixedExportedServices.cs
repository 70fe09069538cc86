using SloFunctions.Application.Alerts;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Testing.Ports;

/// <summary>Services with their SLOs, as a test says them to be.</summary>
public sealed class FixedExportedServices(params IReadOnlyList<ExportedService> services) : IExportedServices
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<ExportedService>> ReadAsync(ServiceId? service, string? team, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ExportedService>>(
        [
            .. services.Where(s => (service is null || s.Service == service) && (team is null || s.Team == team) && (s.Slo is not null || service is not null || team is not null))
        ]);
}

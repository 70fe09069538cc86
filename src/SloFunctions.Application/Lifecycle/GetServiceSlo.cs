using SloFunctions.Application.Validation;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Lifecycle;

/// <summary>Shows the SLO of a service.</summary>
public sealed class GetServiceSlo(ISloStore store)
{
    /// <summary>Reads it, or says that the service is not known.</summary>
    public async Task<Result<ServiceSloDocument>> HandleAsync(string? serviceId, CancellationToken cancellation)
    {
        var errors = new FieldErrors(1);
        var service = errors.ServiceId(serviceId, "service_id");
        if (!errors.IsEmpty) return errors.ToError();
        if (await store.FindAsync(service, cancellation) is not { } found) return Error.ServiceNotFound(service.Value);
        return new ServiceSloDocument(service.Value, found.Team, found.Slo is null ? null : ActiveSloDocument.Of(service, found.Slo));
    }
}

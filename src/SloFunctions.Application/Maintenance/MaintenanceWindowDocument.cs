using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Maintenance;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Maintenance;

/// <summary>A maintenance window, as the API publishes it.</summary>
/// <param name="WindowId">Its id.</param>
/// <param name="ServiceId">The service.</param>
/// <param name="StartsAt">When it begins.</param>
/// <param name="EndsAt">When it ends.</param>
/// <param name="Reason">What is done.</param>
/// <param name="State"><c>planned</c>, <c>running</c>, <c>ended</c>, or <c>removed</c> once it was taken back.</param>
/// <param name="Retroactive">Whether it had begun when it was registered, which only administrators may do.</param>
/// <param name="CreatedBy">Who registered it.</param>
/// <param name="CreatedAt">When that was.</param>
public sealed record MaintenanceWindowDocument(
    Guid WindowId,
    string ServiceId,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string Reason,
    string State,
    bool Retroactive,
    string CreatedBy,
    DateTimeOffset CreatedAt)
{
    /// <summary>Describes a window of a service in a state.</summary>
    public static MaintenanceWindowDocument Of(ServiceId service, MaintenanceWindow window, MaintenanceState state) => new(
        window.Id, service.Value, window.Span.Start, window.Span.End, window.Reason, Term<MaintenanceState>.Name(state), window.IsRetroactive, window.CreatedBy, window.CreatedAt);
}

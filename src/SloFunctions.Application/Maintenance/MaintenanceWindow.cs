using SloFunctions.Domain.Maintenance;

namespace SloFunctions.Application.Maintenance;

/// <summary>A time in which a service is worked on, whose requests are left out of its error budgets.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Span">When.</param>
/// <param name="Reason">Why, in the words of who announced it.</param>
/// <param name="IsRetroactive">Whether it had begun when it was registered.</param>
/// <param name="CreatedBy">Who registered it.</param>
/// <param name="CreatedAt">When that was.</param>
public sealed record MaintenanceWindow(Guid Id, MaintenanceSpan Span, string Reason, bool IsRetroactive, string CreatedBy, DateTimeOffset CreatedAt)
{
    /// <summary>Where it stands.</summary>
    public MaintenanceState StateAt(DateTimeOffset now) =>
        now < Span.Start ? MaintenanceState.Planned : now < Span.End ? MaintenanceState.Running : MaintenanceState.Ended;
}

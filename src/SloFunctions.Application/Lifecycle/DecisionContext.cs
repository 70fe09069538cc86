using SloFunctions.Application.Impact.Documents;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;

namespace SloFunctions.Application.Lifecycle;

/// <summary>What a decision needs to know besides what it finds.</summary>
/// <param name="Service">The service.</param>
/// <param name="Action">How the audit log calls it.</param>
/// <param name="Actor">Who decides.</param>
/// <param name="Now">When.</param>
/// <param name="SloId">The id of the SLO, should this be its first.</param>
/// <param name="AuditId">The id of the audit entry.</param>
internal sealed record DecisionContext(ServiceId Service, AuditAction Action, string Actor, DateTimeOffset Now, Guid SloId, Guid AuditId)
{
    /// <summary>When, to the microsecond: the database tells times no further apart, and the log must keep an SLO as it is read later.</summary>
    public DateTimeOffset Now { get; } = Now.AddTicks(-(Now.Ticks % TimeSpan.TicksPerMicrosecond));

    /// <summary>What stands between the service and targets that somebody brings; empty when nothing does.</summary>
    public IReadOnlyList<WarningDocument> OwnWarnings { get; init; } = [];

    /// <summary>What else the audit entry says, a JSON object; null for nothing.</summary>
    public string? Details { get; init; }
}

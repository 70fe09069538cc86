using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Dashboards;

/// <summary>How often something was decided about recommendations of one kind.</summary>
/// <param name="Team">The team of the services; null where none is registered.</param>
/// <param name="Criticality">Their criticality.</param>
/// <param name="Tier">The tier that was chosen; null where none was, or is known.</param>
/// <param name="Method">How the recommendations were made; null where it is not known.</param>
/// <param name="Action">What was decided.</param>
/// <param name="Decisions">How often.</param>
/// <param name="DecisionsOf90Days">How often within the last 90 days.</param>
public sealed record DecisionRow(
    string? Team, ServiceCriticality Criticality, Tier? Tier, string? Method, AuditAction Action, int Decisions, int DecisionsOf90Days);

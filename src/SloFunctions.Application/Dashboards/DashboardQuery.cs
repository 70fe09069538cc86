using SloFunctions.Application.Graph;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Dashboards;

/// <summary>Asks for a dashboard, of all services or of some.</summary>
/// <param name="Team">Whose services; null for everybody's.</param>
/// <param name="Criticality">Of which criticality; null for all.</param>
public sealed record DashboardQuery(string? Team, ServiceCriticality? Criticality)
{
    private const int ReportedErrors = 10;

    /// <summary>Reads the query from the texts of a request; null stands for a missing parameter.</summary>
    public static Result<DashboardQuery> Parse(string? team, string? criticality)
    {
        var errors = new FieldErrors(ReportedErrors);
        var query = new DashboardQuery(errors.Text(team, "team", GraphLimits.Team), errors.OneOfOrNone<ServiceCriticality>(criticality, "criticality"));
        return errors.IsEmpty ? query : errors.ToError();
    }

    /// <summary>Whether services of this team and criticality are asked for.</summary>
    public bool Covers(string? team, ServiceCriticality criticality) =>
        (Team is null || string.Equals(Team, team, StringComparison.Ordinal)) && (Criticality is null || Criticality == criticality);
}

using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Alerts;

/// <summary>Why there is nothing to export.</summary>
internal static class ExportErrors
{
    private const int Told = 3;

    /// <summary>No service has this team.</summary>
    public static Error TeamNotFound(string team) => Error.NotFound("team", "Team", team);

    /// <summary>What is asked for has no SLO in force.</summary>
    public static Error NoSlo(AlertExportQuery query) => new(
        ErrorKind.NotFound,
        "slo-not-found",
        "SLO Not Found",
        query switch
        {
            { Service: { } service } => $"The service '{service}' has no SLO in force. Accept a recommendation, or bring targets, with POST /api/v1/services/{Uri.EscapeDataString(service.Value)}/slos.",
            { Team: { } team } => $"No service of the team '{team}' has an SLO in force. Accept recommendations, or bring targets, with POST /api/v1/services/{{service_id}}/slos.",
            _ => "No service has an SLO in force. Accept recommendations, or bring targets, with POST /api/v1/services/{service_id}/slos.",
        },
        []);

    /// <summary>None of the objectives can be measured.</summary>
    public static Error NothingMeasurable(IReadOnlyCollection<AlertedObjective> objectives)
    {
        string reasons = string.Join(' ', objectives.Take(Told).Select(o => $"{o.Service}: {new AlertOmission(o, null).Reason}"));
        string more = objectives.Count > Told ? $" So it is with {objectives.Count - Told} more." : "";
        return new Error(
            ErrorKind.NotFound,
            "no-measurable-slo",
            "No Measurable SLO",
            $"{reasons}{more} Decide on durations that are boundaries of the histogram.",
            []);
    }
}

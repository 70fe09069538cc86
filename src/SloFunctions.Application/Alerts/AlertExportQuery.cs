using SloFunctions.Application.Graph;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Alerts;

/// <summary>Asks for objectives and the alerts on them as a document.</summary>
/// <param name="Service">Of which service; null for more than one.</param>
/// <param name="Team">Of whose services; null for everybody's.</param>
/// <param name="Format">How they are written down.</param>
/// <param name="Addition">What is wanted in place of the document itself; null for the document.</param>
public sealed record AlertExportQuery(ServiceId? Service, string? Team, ExportFormat Format, ExportAddition? Addition)
{
    private const int ReportedErrors = 10;

    /// <summary>Reads the question about one service from the texts of a request; null stands for a missing parameter.</summary>
    public static Result<AlertExportQuery> OfService(string? service, string? format, string? with)
    {
        var errors = new FieldErrors(ReportedErrors);
        var id = errors.ServiceId(service, "service_id");
        return Read(errors, id, null, format, with);
    }

    /// <summary>Reads the question about many services from the texts of a request; null stands for a missing parameter.</summary>
    public static Result<AlertExportQuery> OfMany(string? team, string? format, string? with)
    {
        var errors = new FieldErrors(ReportedErrors);
        return Read(errors, null, errors.Text(team, "team", GraphLimits.Team), format, with);
    }

    private static Result<AlertExportQuery> Read(FieldErrors errors, ServiceId? service, string? team, string? format, string? with)
    {
        var wanted = errors.OneOf<ExportFormat>(format, "format", ExportFormat.Prometheus);
        var addition = errors.OneOfOrNone<ExportAddition>(with, "with");
        if (addition is not null && !HasRules(wanted))
            errors.Add("with", "Only files of rules come with tests: prometheus, sloth, pyrra. What a tool makes of a specification is for that tool to test.");
        return errors.IsEmpty ? new AlertExportQuery(service, team, wanted, addition) : errors.ToError();
    }

    private static bool HasRules(ExportFormat format) => format is ExportFormat.Prometheus or ExportFormat.Sloth or ExportFormat.Pyrra;
}

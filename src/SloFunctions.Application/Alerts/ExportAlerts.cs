using System.Text;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Alerts;

/// <summary>Writes the SLOs in force, with the alerts on them, in the form that is asked for.</summary>
public sealed class ExportAlerts(IExportedServices services, IAlertRules rules, IAlertSpecifications specifications, AlertPolicy policy)
{
    /// <summary>Writes the document, or says why there is nothing to write.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    public async Task<Result<ExportedDocument>> HandleAsync(AlertExportQuery query, CancellationToken cancellation)
    {
        var found = await services.ReadAsync(query.Service, query.Team, cancellation);
        if (found.Count == 0 && query.Service is { } service) return Error.ServiceNotFound(service.Value);
        if (found.Count == 0 && query.Team is { } team) return ExportErrors.TeamNotFound(team);

        AlertedObjective[] objectives = [.. found.SelectMany(s => ExportedObjectives.Of(s, policy.Runbooks))];
        if (objectives.Length == 0) return ExportErrors.NoSlo(query);
        if (!objectives.Any(o => o.IsMeasurable)) return ExportErrors.NothingMeasurable(objectives);

        var written = Write(query, objectives, cancellation);
        return new ExportedDocument(written, PublishedAnswer.Of(written).ETag, ExportFileName.Of(query));
    }

    private ReadOnlyMemory<byte> Write(AlertExportQuery query, AlertedObjective[] objectives, CancellationToken cancellation)
    {
        using var buffer = new ExportBuffer(cancellation);
        using (var output = new StreamWriter(buffer, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" }) Write(query, objectives, output);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private void Write(AlertExportQuery query, AlertedObjective[] objectives, TextWriter output)
    {
        switch (query.Format)
        {
            case ExportFormat.Openslo: specifications.Write(objectives, SpecificationLanguage.Openslo, output); break;
            case ExportFormat.SlothSpec: specifications.Write(objectives, SpecificationLanguage.Sloth, output); break;
            case ExportFormat.PyrraSpec: specifications.Write(objectives, SpecificationLanguage.Pyrra, output); break;
            case var _ when query.Addition == ExportAddition.Tests: rules.WriteTests(objectives, Dialect(query.Format), ExportFileName.Rules(query), output); break;
            default: rules.WriteRules(objectives, Dialect(query.Format), output); break;
        }
    }

    private static RuleDialect Dialect(ExportFormat format) => format switch
    {
        ExportFormat.Sloth => RuleDialect.Sloth,
        ExportFormat.Pyrra => RuleDialect.Pyrra,
        _ => RuleDialect.Prometheus,
    };
}

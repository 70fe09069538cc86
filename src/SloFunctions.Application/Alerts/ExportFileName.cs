using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Alerts;

/// <summary>What exports are saved under. Tests name the file of rules that they are of, so that both work as they are saved.</summary>
internal static class ExportFileName
{
    /// <summary>The name of what is asked for.</summary>
    public static string Of(AlertExportQuery query) => query.Addition == ExportAddition.Tests ? $"{Stem(query)}-tests.yaml" : Rules(query);

    /// <summary>The name of the document itself, whatever it is asked for with.</summary>
    public static string Rules(AlertExportQuery query) => query.Format switch
    {
        ExportFormat.Prometheus or ExportFormat.Sloth or ExportFormat.Pyrra => $"{Stem(query)}-rules.yaml",
        _ => $"{Stem(query)}.yaml",
    };

    // No name of a service has a dot in it, so that a team's file is none of a service.
    private static string Stem(AlertExportQuery query) => $"{Subject(query)}.{Term<ExportFormat>.Name(query.Format).Replace('_', '-')}";

    private static string Subject(AlertExportQuery query) => query switch
    {
        { Service: { } service } => ResourceName.Of(service.Value),
        { Team: { } team } => $"team.{ResourceName.Of(team)}",
        _ => "all.services",
    };
}

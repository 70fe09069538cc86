namespace SloFunctions.Architecture.Tests.Runbooks;

/// <summary>Every kind of thing that pages may name.</summary>
internal static class ReferenceChecks
{
    public static readonly IReadOnlyList<ReferenceCheck> All =
    [
        new("endpoint", ApiEndpoints.Named, ApiEndpoints.IsKnown, 30),
        new("metric", Metrics.Named, Metrics.IsKnown, 20),
        new("label", Labels.Named, Labels.IsKnown, 10),
        new("table of logs", LogTables.Named, LogTables.IsKnown, 5),
        new("log property", LogProperties.Named, LogProperties.IsKnown, 6),
        new("log event", LogEvents.Named, LogEvents.IsKnown, 40),
        new("function", FunctionNames.Named, FunctionNames.IsKnown, 10),
        new("command", ScriptCommands.Named, ScriptCommands.IsKnown, 15),
        new("setting", SettingNames.Named, SettingNames.IsKnown, 40),
        new("link", Links.Named, Links.IsKnown, 50),
        new("variable", ShellVariables.Named, ShellVariables.IsKnown, 8),
    ];

    public static ReferenceCheck Of(string kind) => All.Single(check => check.Kind == kind);
}

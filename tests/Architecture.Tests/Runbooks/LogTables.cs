using SloFunctions.Testing.Runbooks;

namespace SloFunctions.Architecture.Tests.Runbooks;

/// <summary>Tables of the workspace that KQL begins with.</summary>
internal static class LogTables
{
    private static readonly string[] Known = ["AppDependencies", "AppMetrics", "AppRequests", "AppTraces", "AzureDiagnostics", "Usage"];

    public static IEnumerable<string> Named(MarkdownPage page) => page.Blocks("kql").Select(block => block.Split('|')[0].Trim());

    public static bool IsKnown(string name) => Known.Contains(name);
}

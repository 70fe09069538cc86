using System.Text.Json;

namespace SloFunctions.Architecture.Tests.Runbooks;

/// <summary>An alert about the platform, as far as its page is concerned.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Page">The page that it leads to.</param>
/// <param name="Severity"><c>page</c> or <c>ticket</c>.</param>
internal sealed record PlatformAlert(string Name, string Page, string Severity)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<PlatformAlert> All
    {
        get
        {
            using var document = JsonDocument.Parse(SourceFiles.Read("alerts/alerts.json"));
            return [.. document.RootElement.GetProperty("alerts").EnumerateArray().Select(alert => new PlatformAlert(
                alert.GetProperty("name").GetString()!, alert.GetProperty("page").GetString()!, alert.GetProperty("severity").GetString()!))];
        }
    }
}

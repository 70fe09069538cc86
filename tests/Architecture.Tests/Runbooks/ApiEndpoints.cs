using System.Text.Json;
using System.Text.RegularExpressions;
using SloFunctions.Testing.Runbooks;

namespace SloFunctions.Architecture.Tests.Runbooks;

/// <summary>Endpoints that pages ask, as <c>METHOD /path?parameter&amp;parameter</c>, held against the OpenAPI document.</summary>
internal static partial class ApiEndpoints
{
    // What the host serves beside the functions, and what is served outside of the document.
    private static readonly string[] OfTheHost =
    [
        "GET /metrics",
        "POST /admin/functions/{name}",
        "GET /runtime/webhooks/durabletask/instances?code&runtimeStatus&top&createdTimeFrom&createdTimeTo&instanceIdPrefix&showInput",
        "GET /runtime/webhooks/durabletask/instances/{id}?code",
        "POST /runtime/webhooks/durabletask/instances/{id}/terminate?reason&code",
        "POST /runtime/webhooks/eventgrid?functionName&code",
    ];

    private static readonly Lazy<IReadOnlyList<Endpoint>> Known = new(() => [.. OfTheDocument(), .. OfTheHost.Select(Endpoint.Parse)]);

    /// <summary>Endpoints of curl commands and of code such as <c>GET /api/v1/services</c>; an ellipsis stands for the beginning of a path.</summary>
    public static IEnumerable<string> Named(MarkdownPage page) =>
        page.Blocks("bash").SelectMany(OfCommands).Concat(page.Spans.Select(span => Request().Match(span)).Where(m => m.Success).Select(m => m.Value));

    public static bool IsKnown(string text)
    {
        var named = Endpoint.Parse(text);
        return Known.Value.Any(known => known.Serves(named));
    }

    private static IEnumerable<string> OfCommands(string block) => block.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')
        .Where(line => line.Contains("curl ", StringComparison.Ordinal))
        .SelectMany(line => Address().Matches(line).Select(m => $"{Method(line)} {m.Groups["path"].Value}"));

    private static string Method(string command) => Option().Match(command) is { Success: true } option ? option.Groups["method"].Value : "GET";

    private static IEnumerable<Endpoint> OfTheDocument()
    {
        using var document = JsonDocument.Parse(SourceFiles.Read("docs/openapi.json"));
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Where(o => o.Name is "get" or "post" or "put" or "delete"))
            {
                string[] query = operation.Value.TryGetProperty("parameters", out var parameters)
                    ? [.. parameters.EnumerateArray().Where(p => p.TryGetProperty("in", out var place) && place.GetString() == "query").Select(p => p.GetProperty("name").GetString()!)]
                    : [];
                yield return new Endpoint(operation.Name.ToUpperInvariant(), path.Name, query);
            }
        }
    }

    // "$APP/api/…" in quotation marks; what comes after a space or a quotation mark is another argument.
    [GeneratedRegex("""\$APP(?<path>/[^\s"'|)]+)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    [GeneratedRegex("""-X (?<method>[A-Z]+)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Option();

    [GeneratedRegex("""^(GET|POST|PUT|DELETE) [/…][^\s`]*$""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Request();
}

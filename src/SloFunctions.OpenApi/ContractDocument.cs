using Microsoft.OpenApi;
using SloFunctions.OpenApi.Operations;
using SloFunctions.OpenApi.Schemas;

namespace SloFunctions.OpenApi;

/// <summary>The OpenAPI document of the app, made of its functions and records.</summary>
public static class ContractDocument
{
    private const string About = """
        Recommends availability and latency objectives from what services did and from what they depend on.

        Names are snake_case, times ISO 8601 in UTC, ids UUIDs, availabilities percentages. Failures are problem documents as
        RFC 7807 describes them. Lists come in pages: ask for the next one with the `next_cursor` of the last.

        Unknown properties of requests are ignored. Answers have exactly the properties described here; a later version of this
        document may add some without changing the version in the path, so that clients should pass over those they do not know.
        """;

    private static readonly (string Name, string Description)[] Tags =
    [
        ("Recommendations", "Targets that services can keep, with their reasons."),
        ("Impact", "What a change of targets or of the graph would do."),
        ("Dependency graph", "Which service calls which."),
        ("Reports", "What became of targets."),
        ("Dashboards", "The organisation at a glance, computed anew each hour."),
        ("Error budgets", "What is left of error budgets, and whether that allows to deploy."),
        ("API keys", "How programs prove who they are."),
        ("Health", "Whether the app works."),
        ("Documentation", "This description."),
    ];

    /// <summary>Makes the document.</summary>
    /// <exception cref="InvalidOperationException">Something about a function or a record is not declared.</exception>
    public static OpenApiDocument Create()
    {
        var document = new OpenApiDocument
        {
            Info = new OpenApiInfo { Title = "SLO recommendation engine", Version = "1", Description = About.ReplaceLineEndings("\n") },
            Servers = [new OpenApiServer { Url = "/", Description = "Where this document comes from." }],
            Paths = [],
            Components = new OpenApiComponents
            {
                Schemas = new SortedDictionary<string, IOpenApiSchema>(StringComparer.Ordinal),
                Responses = new SortedDictionary<string, IOpenApiResponse>(StringComparer.Ordinal),
                Headers = new SortedDictionary<string, IOpenApiHeader>(StringComparer.Ordinal),
                SecuritySchemes = new SortedDictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal),
            },
        };
        var operations = HttpFunction.All.Where(f => !f.IsUndocumented).ToArray();
        if (operations.FirstOrDefault(f => !f.IsDeclared) is { } silent) throw new InvalidOperationException($"{silent.Name} does not declare what it answers.");
        document.Tags = operations.Select(f => f.Operation!.Tag).Distinct(StringComparer.Ordinal)
            .OrderBy(tag => Array.FindIndex(Tags, t => t.Name == tag) is >= 0 and int place ? place : int.MaxValue).ThenBy(tag => tag, StringComparer.Ordinal)
            .Select(tag => new OpenApiTag { Name = tag, Description = Tags.FirstOrDefault(t => t.Name == tag).Description }).ToHashSet();

        var schemas = new SchemaCatalogue(document);
        var common = new CommonParts(document, schemas);
        common.Add();
        var writer = new OperationWriter(document, schemas, common);
        foreach (var path in operations.GroupBy(f => f.Path).OrderBy(g => g.Key, StringComparer.Ordinal)) document.Paths.Add(path.Key, Item(path, writer));
        return document;
    }

    /// <summary>The document as OpenAPI 3.0 in JSON; the same bytes for the same code.</summary>
    public static async Task<string> RenderAsync()
    {
        string json = await Create().SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0);
        return json.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
    }

    private static OpenApiPathItem Item(IEnumerable<HttpFunction> functions, OperationWriter writer)
    {
        var item = new OpenApiPathItem();
        foreach (var (function, verb) in functions.SelectMany(f => f.Verbs.Select(v => (f, HttpMethod.Parse(v)))).OrderBy(o => o.Item2.Method, StringComparer.Ordinal))
            item.AddOperation(verb, writer.Describe(function, verb));
        return item;
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SloFunctions.Functions.Problems;
using SloFunctions.OpenApi.Schemas;

namespace SloFunctions.OpenApi.Operations;

/// <summary>What many operations share: headers, credentials and problems.</summary>
internal sealed class CommonParts(OpenApiDocument document, SchemaCatalogue schemas)
{
    /// <summary>The header with the id of a request, which every answer of a function has.</summary>
    public const string RequestId = "X-Request-Id";

    /// <summary>The header that says how long to wait.</summary>
    public const string RetryAfter = "Retry-After";

    /// <summary>The headers that tell of the rate.</summary>
    public static readonly IReadOnlyList<string> RateHeaders = ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"];

    private const string ProblemType = "application/problem+json";

    private const string Example = """
        {
          "type": "/errors/service-not-found",
          "title": "Service Not Found",
          "status": 404,
          "detail": "Service with ID 'nonexistent-service' is not registered.",
          "instance": "/api/v1/services/nonexistent-service/slo-recommendations",
          "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736",
          "request_id": "01a1ffb7-c56d-7b47-b730-5f9a6abd7d20"
        }
        """;

    private static readonly Dictionary<int, string> Meanings = new()
    {
        [400] = "The request breaks a rule; `errors` names the fields.",
        [401] = "Credentials are missing or not valid.",
        [403] = "The caller may not do this.",
        [404] = "There is no such thing.",
        [409] = "The request contradicts the present state.",
        [412] = "What is to be changed is not what the caller has seen.",
        [413] = "The body is larger than 10 MB.",
        [415] = "The body is compressed.",
        [422] = "The request contradicts itself, its sender or an earlier one.",
        [429] = "The caller has asked too often.",
        [500] = "Something unexpected happened; it has been logged.",
        [503] = "A server that is needed does not answer, or too much is waiting; try again later.",
    };

    /// <summary>Adds everything to the document.</summary>
    public void Add()
    {
        var components = document.Components!;
        components.SecuritySchemes!["ApiKey"] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = "X-API-Key",
            Description = "An API key, for programs.",
        };
        components.SecuritySchemes["Bearer"] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "A token of the organisation's identity provider, for people.",
        };
        AddHeader(RequestId, "The id of the request, for support.", new() { Type = JsonSchemaType.String });
        AddHeader(RetryAfter, "Seconds to wait before trying again.", Whole(1));
        AddHeader(RateHeaders[0], "Requests that the caller may send in a minute.", Whole(1));
        AddHeader(RateHeaders[1], "How many of them are left.", Whole(0));
        AddHeader(RateHeaders[2], "Seconds until all of them are there again.", Whole(0));
        foreach (int status in Meanings.Keys.Order()) components.Responses![Name(status)] = Response(status, [], isHead: false);
    }

    /// <summary>The problem of a status, with the codes that are particular to an operation.</summary>
    /// <remarks>An answer to HEAD has the headers of the one to GET, and no body.</remarks>
    public IOpenApiResponse Problem(int status, IReadOnlyCollection<string> codes, bool isHead) =>
        codes.Count == 0 && !isHead ? new OpenApiResponseReference(Name(status), document) : Response(status, codes, isHead);

    /// <summary>A header of the shared ones.</summary>
    public IOpenApiHeader Header(string name) => new OpenApiHeaderReference(name, document);

    private static string Name(int status) => "Problem" + status.ToString(CultureInfo.InvariantCulture);

    private static OpenApiSchema Whole(int least) => new() { Type = JsonSchemaType.Integer, Minimum = least.ToString(CultureInfo.InvariantCulture) };

    private void AddHeader(string name, string description, OpenApiSchema schema) =>
        document.Components!.Headers![name] = new OpenApiHeader { Description = description, Schema = schema };

    private OpenApiResponse Response(int status, IReadOnlyCollection<string> codes, bool isHead) => new()
    {
        Description = Meanings[status] + (codes.Count == 0 ? "" : $" The problem's `type` ends in {string.Join(" or ", codes.Select(c => $"`{c}`"))}."),
        Headers = HeadersOf(status).ToDictionary(name => name, Header),
        Content = isHead ? null : new Dictionary<string, IOpenApiMediaType>
        {
            [ProblemType] = new OpenApiMediaType
            {
                Schema = schemas.Of(typeof(ProblemDocument), isRequest: false),
                Example = status == 404 && codes.Contains("service-not-found") ? JsonNode.Parse(Example) : null,
            },
        },
    };

    private static IEnumerable<string> HeadersOf(int status) => status switch
    {
        401 => [RequestId],
        429 or 503 => [RequestId, RetryAfter, .. RateHeaders],
        _ => [RequestId, .. RateHeaders],
    };
}

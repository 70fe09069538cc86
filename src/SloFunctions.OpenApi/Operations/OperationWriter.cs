using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SloFunctions.Application.Access;
using SloFunctions.Domain.Vocabulary;
using SloFunctions.Functions.OpenApi;
using SloFunctions.OpenApi.Documentation;
using SloFunctions.OpenApi.Schemas;

namespace SloFunctions.OpenApi.Operations;

/// <summary>Describes functions as operations.</summary>
internal sealed class OperationWriter(OpenApiDocument document, SchemaCatalogue schemas, CommonParts common)
{
    /// <summary>The operation of a function for one of its HTTP methods.</summary>
    public OpenApiOperation Describe(HttpFunction function, HttpMethod verb)
    {
        var policy = EndpointPolicies.Find(function.Name) ?? throw new InvalidOperationException($"{function.Name} has no policy.");
        bool isHead = verb == HttpMethod.Head;
        var operation = new OpenApiOperation
        {
            OperationId = isHead && function.Verbs.Count > 1 ? function.Name + "Head" : function.Name,
            Summary = XmlDocs.Of(function.Method),
            Tags = new HashSet<OpenApiTagReference> { new(function.Operation!.Tag, document) },
            Parameters = ParameterSchemas.Of(function),
            RequestBody = Body(function),
            Responses = Responses(function, policy, isHead),
            Security = Security(policy),
        };
        if (policy.Role is { } role) operation.AddExtension("x-required-role", new JsonNodeExtension(Term<Role>.Name(role)));
        if (policy.PerMinute is { } limit) operation.AddExtension("x-rate-limit-per-minute", new JsonNodeExtension(limit));
        return operation;
    }

    private OpenApiRequestBody? Body(HttpFunction function)
    {
        if (function.Declared<AcceptsAttribute>().SingleOrDefault() is not { } accepted) return null;
        var content = new OpenApiMediaType
        {
            Schema = schemas.Of(accepted.Body, isRequest: true),
            Example = accepted.Example is { } example ? JsonNode.Parse(example) : null,
        };
        return new OpenApiRequestBody { Required = !accepted.Optional, Content = new Dictionary<string, IOpenApiMediaType> { ["application/json"] = content } };
    }

    private OpenApiResponses Responses(HttpFunction function, EndpointPolicy policy, bool isHead)
    {
        var responses = new SortedDictionary<int, IOpenApiResponse>();
        foreach (var answer in function.Declared<AnswersAttribute>()) responses[answer.Status] = Success(function, answer, policy, isHead);
        var own = function.Declared<ProblemAttribute>().ToLookup(p => p.Status, p => p.Code);
        foreach (int status in own.Select(g => g.Key).Union(Implied(function, policy)))
        {
            // A status may have a body of its own instead of a problem.
            if (!responses.ContainsKey(status)) responses[status] = common.Problem(status, [.. own[status]], isHead);
        }

        var written = new OpenApiResponses();
        foreach (var (status, response) in responses) written[status.ToString(CultureInfo.InvariantCulture)] = response;
        return written;
    }

    private OpenApiResponse Success(HttpFunction function, AnswersAttribute answer, EndpointPolicy policy, bool isHead)
    {
        var headers = function.Declared<AnswerHeaderAttribute>().Where(h => h.Statuses.Contains(answer.Status)).ToDictionary(
            h => h.Name,
            h => (IOpenApiHeader)new OpenApiHeader { Description = h.Description, Required = !h.Optional, Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = h.Pattern } });
        headers[CommonParts.RequestId] = common.Header(CommonParts.RequestId);
        if (policy.PerMinute is not null)
        {
            foreach (string name in CommonParts.RateHeaders) headers[name] = common.Header(name);
        }

        return new OpenApiResponse
        {
            Description = answer.Description ?? (answer.Body is { } body ? XmlDocs.Of(body) : null) ?? "Done.",
            Headers = headers,
            Content = answer.Body is null || isHead ? null : new Dictionary<string, IOpenApiMediaType> { [answer.ContentType] = new OpenApiMediaType { Schema = BodySchema(answer.Body) } },
        };
    }

    private IOpenApiSchema BodySchema(Type type)
    {
        if (ValueSchemas.Of(type, new SchemaRule()) is { } single) return single;
        return type == typeof(System.Text.Json.JsonElement)
            ? new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = new OpenApiSchema() }
            : schemas.Of(type, isRequest: false);
    }

    private static IEnumerable<int> Implied(HttpFunction function, EndpointPolicy policy)
    {
        bool hasBody = function.Declared<AcceptsAttribute>().Any();
        if (hasBody || function.RouteValues.Count > 0 || function.Declared<QueryAttribute>().Any()) yield return 400;
        if (policy.Role is not null) yield return 401;
        if (policy.Role is not null) yield return 403;
        if (hasBody) yield return 413;
        if (hasBody) yield return 415;
        if (policy.PerMinute is not null) yield return 429;
        yield return 500;
        yield return 503;
    }

    private List<OpenApiSecurityRequirement> Security(EndpointPolicy policy)
    {
        if (policy.Role is null) return [];
        string[] schemes = policy.NeedsUser ? ["Bearer"] : ["ApiKey", "Bearer"];
        return [.. schemes.Select(s => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(s, document)] = [] })];
    }
}

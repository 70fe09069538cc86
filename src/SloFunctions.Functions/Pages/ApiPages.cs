using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Domain.Results;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Pages;

/// <summary>The API's description, and two pages that show it.</summary>
public static class ApiPages
{
    private const string ForPeople = "A page for people.";

    /// <summary>Gives this document.</summary>
    [Function("GetOpenApiDocument")]
    [Operation("Documentation")]
    [RequestHeader("If-None-Match", typeof(string), "Entity tags of answers that the client has kept.")]
    [Answers(StatusCodes.Status200OK, typeof(System.Text.Json.JsonElement), Description = "The OpenAPI 3.0 document of this API.")]
    [Answers(StatusCodes.Status304NotModified, Description = "The client has the present document already.")]
    [AnswerHeader("ETag", "The entity tag of the document.", StatusCodes.Status200OK, StatusCodes.Status304NotModified, Pattern = "^\"[^\"]+\"$")]
    [AnswerHeader("Cache-Control", "The document may be kept, but asked for each time whether it still holds.", StatusCodes.Status200OK, StatusCodes.Status304NotModified)]
    public static IResult Document(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/openapi.json")] HttpRequest request) => File("openapi.json", request);

    /// <summary>Shows the API in Swagger UI.</summary>
    [Function("SwaggerPage")]
    [Undocumented(ForPeople)]
    public static IResult Swagger([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "docs")] HttpRequest request) => File("docs", request);

    /// <summary>A file of that page.</summary>
    [Function("SwaggerFile")]
    [Undocumented(ForPeople)]
    public static IResult SwaggerFile([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "docs/{file}")] HttpRequest request, string file) =>
        File("docs/" + file, request);

    /// <summary>Shows the API in ReDoc.</summary>
    [Function("RedocPage")]
    [Undocumented(ForPeople)]
    public static IResult Redoc([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "redoc")] HttpRequest request) => File("redoc", request);

    /// <summary>A file of that page.</summary>
    [Function("RedocFile")]
    [Undocumented(ForPeople)]
    public static IResult RedocFile([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "redoc/{file}")] HttpRequest request, string file) =>
        File("redoc/" + file, request);

    private static IResult File(string name, HttpRequest request) =>
        PageFiles.Find(name) is { } file ? new StaticFileResult(file) : Error.NotFound("file", "File", name).ToProblem(request);
}

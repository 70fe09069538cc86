using Microsoft.AspNetCore.Http;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Results;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>Maps results of use cases to HTTP answers.</summary>
internal static class Answer
{
    /// <summary>The media type of every success.</summary>
    public const string JsonType = "application/json";

    /// <summary>The value as JSON, or the problem that stands in its place.</summary>
    public static IResult From<T>(Result<T> result, HttpRequest request, int status = StatusCodes.Status200OK) =>
        result.TryGet(out var value, out var error) ? Json(value, status) : error.ToProblem(request);

    /// <summary>A value as JSON.</summary>
    public static IResult Json<T>(T value, int status = StatusCodes.Status200OK) =>
        TypedResults.Json(value, PublishedJson.Options, JsonType, status);

    /// <summary>A text that is JSON already.</summary>
    public static IResult Raw(string json) => TypedResults.Text(json, JsonType, System.Text.Encoding.UTF8);

    /// <summary>The text of a query parameter; null when it is missing.</summary>
    public static string? Parameter(this HttpRequest request, string name) =>
        request.Query.TryGetValue(name, out var values) ? values.ToString() : null;
}

using System.Text.Json.Serialization;
using SloFunctions.Domain.Results;

namespace SloFunctions.Functions.Problems;

/// <summary>An error as RFC 7807 describes it.</summary>
/// <param name="Type">A URI that names the kind of problem.</param>
/// <param name="Title">The kind of problem for people.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What happened this time and what to do about it.</param>
/// <param name="Instance">The path asked for.</param>
/// <param name="TraceId">The trace that the request belongs to, 32 hexadecimal digits; null when it is not traced.</param>
/// <param name="RequestId">The request, as in the header <c>X-Request-Id</c> and in the log.</param>
/// <param name="Errors">The fields at fault, if any are.</param>
public sealed record ProblemDocument(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Instance,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TraceId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RequestId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FieldError>? Errors);

using System.Text.Json.Serialization;
using SloFunctions.Domain.Results;

namespace SloFunctions.Functions.Problems;

/// <summary>An error as RFC 7807 describes it.</summary>
/// <param name="Type">A URI that names the kind of problem.</param>
/// <param name="Title">The kind of problem for people.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What happened this time and what to do about it.</param>
/// <param name="Instance">The path asked for.</param>
/// <param name="Errors">The fields at fault, if any are.</param>
public sealed record ProblemDocument(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Instance,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FieldError>? Errors);

using System.Text.Json;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Publishing;

/// <summary>Reads JSON from outside and names the field that cannot be read.</summary>
public static class JsonText
{
    /// <summary>Reads a value. The JSON <c>null</c> is a success.</summary>
    /// <returns>The value, or the field at fault; <c>body</c> is the whole.</returns>
    public static Result<T?> Read<T>(ReadOnlySpan<byte> utf8)
        where T : class
    {
        try
        {
            return Result<T?>.Success(JsonSerializer.Deserialize<T>(utf8, PublishedJson.Options));
        }
        catch (JsonException e)
        {
            return Error.Invalid(FieldOf(e), $"Valid JSON of the documented type is expected{PositionOf(e)}.");
        }
    }

    private static string FieldOf(JsonException e) => e.Path is null or "$" or "" ? "body" : e.Path.TrimStart('$').TrimStart('.');

    private static string PositionOf(JsonException e) =>
        e.LineNumber is { } line ? $" (line {line + 1}, byte {e.BytePositionInLine + 1})" : "";
}

using System.Text.Json;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Reliability;

/// <summary>Says where a text stops being JSON: by line, and by the field, which people find sooner.</summary>
internal static class JsonSyntax
{
    public static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>What is wrong with the text; null when it is JSON.</summary>
    public static FieldError? Complaint(ReadOnlySpan<byte> json)
    {
        var path = new Stack<string>();
        var reader = new Utf8JsonReader(WithoutMark(json), new JsonReaderOptions { MaxDepth = Options.MaxDepth });
        try
        {
            while (Advance(ref reader, path))
            {
            }

            using var parsed = JsonDocument.Parse(WithoutMark(json).ToArray(), Options);
            return null;
        }
        catch (JsonException failure)
        {
            string place = failure.LineNumber is { } line ? $" (line {line + 1}, byte {failure.BytePositionInLine + 1})" : "";
            return new FieldError(At(path), $"Not valid JSON{place}: {Reason(failure)}");
        }
        catch (InvalidOperationException)
        {
            return new FieldError(At(path), "The text is no valid Unicode.");
        }
    }

    /// <summary>A name as it may be shown: nothing that could steer a terminal.</summary>
    public static string Printable(string name) => string.Concat(name.Select(c => char.IsControl(c) ? ' ' : c));

    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> json) => json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> json) => json.StartsWith("\uFEFF"u8) ? json[3..] : json;

    // The path holds, from the outside in, the place within each list and the property within each object.
    private static bool Advance(ref Utf8JsonReader reader, Stack<string> path)
    {
        // In a list the next value stands one further, which is where a failure to read it belongs.
        if (path.TryPeek(out string? place) && place.StartsWith('[')) path.Push(Next(path.Pop()));
        if (!reader.Read()) return false;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                path.Push("[-1]");
                break;
            case JsonTokenType.StartObject:
                path.Push("");
                break;
            case JsonTokenType.PropertyName:
                path.Pop();
                path.Push("." + reader.GetString());
                break;
            case JsonTokenType.String:
                // Escapes are only looked into when a text is taken.
                _ = reader.GetString();
                break;
            case JsonTokenType.EndArray or JsonTokenType.EndObject:
                path.Pop();
                break;
        }

        return true;
    }

    private static string At(Stack<string> path) => Printable(string.Concat(path.Reverse()).TrimStart('.')) is { Length: > 0 } at ? at : "file";

    private static string Next(string place) => $"[{int.Parse(place.AsSpan(1, place.Length - 2), System.Globalization.CultureInfo.InvariantCulture) + 1}]";

    // The rest of the message repeats the place.
    private static string Reason(JsonException failure)
    {
        int end = failure.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? failure.Message : failure.Message[..end];
    }
}

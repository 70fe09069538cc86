using System.Runtime.InteropServices;
using System.Text.Json;

namespace SloFunctions.Application.Graph;

/// <summary>A CloudEvent in its JSON format, as far as it can be read; nothing is checked yet.</summary>
/// <param name="SpecVersion">The version of CloudEvents; this and the other texts are null where missing, no text or unreadable.</param>
/// <param name="Id">With the source, what tells the event from all others.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Type">What happened.</param>
/// <param name="Subject">What it happened to.</param>
/// <param name="Time">When it happened, ISO 8601.</param>
/// <param name="Data">What the event carries, as UTF-8; null when it carries nothing.</param>
internal sealed record CloudEventEnvelope(
    string? SpecVersion, string? Id, string? Source, string? Type, string? Subject, string? Time, ReadOnlyMemory<byte>? Data)
{
    // Deep nesting is a fault of the data, which names itself better than a whole event that cannot be read.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 512 };

    private static readonly CloudEventEnvelope Empty = new(null, null, null, null, null, null, null);

    /// <summary>Reads what there is; never throws.</summary>
    public static CloudEventEnvelope Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            var root = document.RootElement;
            return root.ValueKind != JsonValueKind.Object
                ? Empty
                : new CloudEventEnvelope(
                    Text(root, "specversion"),
                    Text(root, "id"),
                    Text(root, "source"),
                    Text(root, "type"),
                    Text(root, "subject"),
                    Text(root, "time"),
                    DataOf(root));
        }
        catch (JsonException)
        {
            return Empty;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        Property(root, name) is { ValueKind: JsonValueKind.String } value && Readable(value.GetString) is { Length: > 0 } text ? text : null;

    private static ReadOnlyMemory<byte>? DataOf(JsonElement root)
    {
        if (Property(root, "data") is { ValueKind: not JsonValueKind.Null } data) return JsonMarshal.GetRawUtf8Value(data).ToArray();
        if (Property(root, "data_base64") is not { ValueKind: JsonValueKind.String } text) return null;
        if (Readable(() => text.TryGetBytesFromBase64(out byte[]? decoded) ? decoded : null) is { } bytes) return bytes;
        return null;
    }

    private static JsonElement? Property(JsonElement root, string name) =>
        Readable<JsonElement?>(() => root.TryGetProperty(name, out var value) ? value : null);

    // Names and texts are unescaped when asked for, and half of a surrogate pair is found only then.
    private static T? Readable<T>(Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }
}

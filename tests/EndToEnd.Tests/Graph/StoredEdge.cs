using System.Text.Json;

namespace EndToEnd.Tests.Graph;

/// <summary>A dependency as it is submitted and shown, made comparable.</summary>
public sealed record StoredEdge(string Source, string Target, string Mode, string Criticality, string? Protocol, int? TimeoutMs, string? Retries)
{
    /// <summary>Reads an edge of a request or of an answer.</summary>
    public static StoredEdge Read(JsonElement edge)
    {
        var how = edge.GetProperty("attributes");
        return new StoredEdge(
            edge.GetProperty("source").GetString()!,
            edge.GetProperty("target").GetString()!,
            how.GetProperty("communication_mode").GetString()!,
            how.GetProperty("criticality").GetString()!,
            Optional(how, "protocol")?.GetString(),
            Optional(how, "timeout_ms")?.GetInt32(),
            Optional(how, "retry_config") is { } retries ? Canonical(retries) : null);
    }

    /// <summary>The same as a part of a request.</summary>
    public object ToBody() => new
    {
        source = Source,
        target = Target,
        attributes = new
        {
            communication_mode = Mode,
            criticality = Criticality,
            protocol = Protocol,
            timeout_ms = TimeoutMs,
            retry_config = Retries is null ? (JsonElement?)null : JsonSerializer.Deserialize<JsonElement>(Retries),
        },
    };

    private static JsonElement? Optional(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    // The database keeps objects as sets of properties.
    private static string Canonical(JsonElement value) =>
        JsonSerializer.Serialize(value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).ToDictionary(p => p.Name, p => p.Value));
}

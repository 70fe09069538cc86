using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SloFunctions.LocalHost.Durable.Replay;

/// <summary>Histories as JSON, to be stored, recorded and replayed.</summary>
public static class HistoryJson
{
    // Payloads are JSON in JSON strings; the default escapes would make them several times as long.
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        NewLine = "\n",
    };

    private static readonly JsonSerializerOptions Indented = new(Json) { WriteIndented = true };

    /// <summary>Writes a history as an indented JSON array.</summary>
    public static string Write(IReadOnlyList<HistoryEvent> history) => JsonSerializer.Serialize(history, Indented);

    /// <summary>Reads what <see cref="Write(IReadOnlyList{HistoryEvent})"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no history.</exception>
    public static IReadOnlyList<HistoryEvent> Read(string text) =>
        JsonSerializer.Deserialize<List<HistoryEvent>>(text, Json) ?? throw new JsonException("A history is expected.");

    internal static string WriteEvent(HistoryEvent entry) => JsonSerializer.Serialize(entry, Json);

    internal static HistoryEvent ReadEvent(string text) => JsonSerializer.Deserialize<HistoryEvent>(text, Json)!;

    internal static string WriteFailure(Microsoft.DurableTask.TaskFailureDetails failure) => JsonSerializer.Serialize(failure, Json);

    internal static Microsoft.DurableTask.TaskFailureDetails ReadFailure(string text) =>
        JsonSerializer.Deserialize<Microsoft.DurableTask.TaskFailureDetails>(text, Json)!;
}

using System.Globalization;
using System.Text.Json;

namespace SloFunctions.Functions.Observability;

/// <summary>Writes the properties of an entry and of its scopes, each name once.</summary>
internal sealed class LogFields(Utf8JsonWriter json)
{
    private readonly HashSet<string> written = new(StringComparer.Ordinal)
    {
        "timestamp", "level", "logger", "message", "event_id", "trace_id", "span_id", "exception",
    };

    private static readonly string[] Secret = ["password", "secret", "authorization", "api_key", "connection_string", "access_token"];

    /// <summary>Writes the properties of the entry itself.</summary>
    public void Write(object? state)
    {
        if (state is not IEnumerable<KeyValuePair<string, object?>> properties) return;
        foreach (var (name, value) in properties)
        {
            if (name != "{OriginalFormat}") Write(SnakeCase.Of(name), value);
        }
    }

    /// <summary>Writes what a scope of ours says; those of the framework have capital letters, and say what stands here already.</summary>
    public void WriteScope(object? scope)
    {
        if (scope is not IEnumerable<KeyValuePair<string, object?>> properties) return;
        foreach (var (name, value) in properties)
        {
            if (name.Length > 0 && char.IsLower(name[0])) Write(name, value);
        }
    }

    private void Write(string name, object? value)
    {
        if (!written.Add(name)) return;
        switch (value)
        {
            case not null when Secret.Any(word => name.Contains(word, StringComparison.Ordinal)):
                json.WriteString(name, Redaction.Mark);
                break;
            case null:
                json.WriteNull(name);
                break;
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            case int or long or short or byte:
                json.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                json.WriteNumber(name, number);
                break;
            case DateTimeOffset time:
                json.WriteString(name, time);
                break;
            default:
                json.WriteString(name, Redaction.Apply(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
                break;
        }
    }
}

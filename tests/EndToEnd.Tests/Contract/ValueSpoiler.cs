using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Contract;

/// <summary>Exchanges one place of a JSON value for something else. Whether the whole still fits its schema is for the schema to say.</summary>
internal static class ValueSpoiler
{
    private static readonly string[] Values =
    [
        "null", "0", "-1", "1.5", "1e999", "1e-300", "-0", "100", "100.0001", "2147483648", "99999999999999999999", "true", "\"\"", "\"x\"", "\"0\"", "\"NaN\"",
        "\"not-a-date\"", "\"2026-13-45T99:99:99Z\"", "\"AVAILABILITY\"", "\"\\u0000\"", "\"\\u202e\"", "[]", "{}", "[null]", "[[]]", "[{}]", "{\"a\":1}",
    ];

    /// <summary>Spoils a value.</summary>
    public static JsonNode? Of(JsonNode? valid, Random random)
    {
        var root = valid?.DeepClone();
        JsonNode?[] inner = [.. Everything(root).Where(n => n is JsonObject { Count: > 0 } or JsonArray { Count: > 0 })];
        if (inner.Length == 0 || random.Next(20) == 0) return Other(random);
        switch (inner[random.Next(inner.Length)])
        {
            case JsonObject o:
                string name = o.ElementAt(random.Next(o.Count)).Key;
                if (random.Next(4) == 0) o.Remove(name);
                else o[name] = Other(random);
                break;
            case JsonArray a:
                if (random.Next(4) == 0) a.Add(Other(random));
                else a[random.Next(a.Count)] = Other(random);
                break;
        }

        return root;
    }

    private static JsonNode? Other(Random random) => random.Next(10) == 0 ? new string('y', 5000) : JsonNode.Parse(Values[random.Next(Values.Length)]);

    private static IEnumerable<JsonNode?> Everything(JsonNode? node) => node switch
    {
        JsonObject o => o.Select(p => p.Value).SelectMany(Everything).Prepend(o),
        JsonArray a => a.SelectMany(Everything).Prepend(a),
        _ => [node],
    };
}

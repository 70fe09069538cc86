using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Contract;

/// <summary>Makes values that fit a schema: usual ones, boundaries, unicode, nulls, missing and further properties.</summary>
/// <param name="contract">Resolves references.</param>
/// <param name="known">Ids that exist, or are likely to.</param>
internal sealed class ValueGenerator(ApiContract contract, IReadOnlyList<string> known)
{
    private static readonly string[] Texts =
        ["x", "checkout", "überfällig", "日本語", "😀", "a b", "a/b", "%2F", "'; DROP TABLE x; --", "<b>", "\u200b", "null", "true", "0", "\\", "\"", "a\tb", "e\u0301", "\ud83d\ude00\ud83d\ude00"];

    private static readonly string[] Ids = ["service_id", "source", "target", "services", "members", "fixed", "weights"];

    /// <summary>A value for a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="name">The property that it is for.</param>
    /// <param name="random">The same sequence gives the same value.</param>
    public JsonNode? Of(JsonElement schema, string name, Random random)
    {
        schema = contract.Resolve(schema);
        if (schema.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean() && random.Next(6) == 0) return null;
        if (schema.TryGetProperty("allOf", out var all)) return Of(all[0], name, random);
        if (schema.TryGetProperty("enum", out var choices)) return JsonNode.Parse(choices[random.Next(choices.GetArrayLength())].GetRawText());
        return schema.TryGetProperty("type", out var type) ? type.GetString() switch
        {
            "object" => Object(schema, random),
            "array" => new JsonArray([.. Enumerable.Range(0, Count(schema, random)).Select(_ => Of(schema.GetProperty("items"), name, random))]),
            "boolean" => random.Next(2) == 0,
            "integer" => Number(schema, random, whole: true),
            "number" => Number(schema, random, whole: false),
            _ => Text(schema, name, random),
        } : Texts[random.Next(Texts.Length)];
    }

    private JsonObject Object(JsonElement schema, Random random)
    {
        var value = new JsonObject();
        string?[] required = schema.TryGetProperty("required", out var names) ? [.. names.EnumerateArray().Select(n => n.GetString())] : [];
        foreach (var property in Properties(schema).Where(p => required.Contains(p.Name) || random.Next(3) > 0)) value[property.Name] = Of(property.Value, property.Name, random);
        if (!schema.TryGetProperty("additionalProperties", out var rest) || rest.ValueKind != JsonValueKind.Object) return value;
        bool isMap = !schema.TryGetProperty("properties", out _) && rest.EnumerateObject().Any();
        int further = isMap ? random.Next(3) : random.Next(8) == 0 ? 1 : 0;
        for (int i = 0; i < further; i++) value[isMap ? known[random.Next(known.Count)] : "further_" + i] = Of(rest, "", random);
        return value;
    }

    private static IEnumerable<JsonProperty> Properties(JsonElement schema) =>
        schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject() : Enumerable.Empty<JsonProperty>();

    private static int Count(JsonElement schema, Random random) =>
        Math.Max(schema.TryGetProperty("minItems", out var least) ? least.GetInt32() : 0, random.Next(4));

    private static JsonValue Number(JsonElement schema, Random random, bool whole)
    {
        double least = Bound(schema, "minimum", "exclusiveMinimum", whole ? 1 : 1e-6, whole ? -5 : -5.5);
        double most = Bound(schema, "maximum", "exclusiveMaximum", whole ? -1 : -1e-6, least + 1000);
        double number = random.Next(5) switch { 0 => least, 1 => most, _ => least + (random.NextDouble() * (most - least)) };
        // As a text in plain digits, the same in a query and in JSON.
        return whole ? JsonValue.Create((long)Math.Round(number)) : JsonValue.Create(Math.Clamp(Math.Round((decimal)number, 6), (decimal)least, (decimal)most));
    }

    private static double Bound(JsonElement schema, string name, string exclusive, double step, double missing) =>
        !schema.TryGetProperty(name, out var bound) ? missing
        : bound.GetDouble() + (schema.TryGetProperty(exclusive, out var flag) && flag.GetBoolean() ? step : 0);

    private string Text(JsonElement schema, string name, Random random)
    {
        if (schema.TryGetProperty("format", out var format))
        {
            if (format.GetString() == "uuid") return new Guid(Enumerable.Range(0, 16).Select(_ => (byte)random.Next(256)).ToArray()).ToString("D");
            if (format.GetString() == "uri") return $"https://hooks.example.com/{random.Next(100)}";
            return new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(40_000)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        }

        if (schema.TryGetProperty("pattern", out _)) return string.Create(CultureInfo.InvariantCulture, $"{random.Next(2000, 2030):0000}-{random.Next(1, 13):00}");
        if (Ids.Contains(name) && random.Next(10) > 0) return known[random.Next(known.Count)];
        int most = schema.TryGetProperty("maxLength", out var length) ? length.GetInt32() : 300;
        if (random.Next(12) == 0) return new string((char)random.Next('a', 'z'), most);
        return Texts[random.Next(Texts.Length)];
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Contract;

/// <summary>Holds JSON against schemas, as far as our document uses them. A schema that it does not understand throws.</summary>
internal sealed partial class SchemaCheck(Func<JsonElement, JsonElement> resolve)
{
    private static readonly string[] Understood =
    [
        "$ref", "allOf", "oneOf", "discriminator", "type", "nullable", "enum", "required", "properties", "additionalProperties", "items", "format", "pattern",
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "minItems", "maxItems", "maxProperties", "description",
        "default", "example",
    ];

    /// <summary>What is wrong with a value, each with its place; empty when it is valid.</summary>
    public IReadOnlyList<string> Complaints(JsonElement value, JsonElement schema)
    {
        var complaints = new List<string>();
        Check(value, schema, "$", complaints);
        return complaints;
    }

    private void Check(JsonElement value, JsonElement schema, string at, List<string> complaints)
    {
        schema = resolve(schema);
        if (schema.EnumerateObject().FirstOrDefault(p => !Understood.Contains(p.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
            throw new NotSupportedException($"Nobody checks '{unknown.Name}'.");
        if (value.ValueKind == JsonValueKind.Null && schema.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean()) return;
        if (schema.TryGetProperty("allOf", out var all)) foreach (var part in all.EnumerateArray()) Check(value, part, at, complaints);
        if (schema.TryGetProperty("oneOf", out var variants)) CheckVariants(value, variants, at, complaints);
        if (schema.TryGetProperty("enum", out var choices) && !choices.EnumerateArray().Any(c => JsonElement.DeepEquals(c, value)))
            complaints.Add($"{at}: {value.GetRawText()} is none of {choices.GetRawText()}");
        if (schema.TryGetProperty("type", out var type)) CheckType(value, type.GetString()!, schema, at, complaints);
    }

    private void CheckVariants(JsonElement value, JsonElement variants, string at, List<string> complaints)
    {
        var found = variants.EnumerateArray().Select(v => Complaints(value, v)).ToArray();
        if (found.Count(c => c.Count == 0) == 1) return;
        complaints.Add($"{at}: {found.Count(c => c.Count == 0)} of {found.Length} variants fit; {string.Join(" | ", found.SelectMany(c => c).Take(6))}");
    }

    private void CheckType(JsonElement value, string type, JsonElement schema, string at, List<string> complaints)
    {
        bool fits = type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
            _ => throw new NotSupportedException($"Nobody knows the type '{type}'."),
        };
        if (!fits) complaints.Add($"{at}: {type} expected, not {Short(value)}");
        else if (type == "object") CheckObject(value, schema, at, complaints);
        else if (type == "array") CheckArray(value, schema, at, complaints);
        else if (type == "string") CheckText(value.GetString()!, schema, at, complaints);
        else if (type is "number" or "integer") CheckNumber(value, schema, at, complaints);
    }

    private void CheckObject(JsonElement value, JsonElement schema, string at, List<string> complaints)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(n => n.GetString()!).Where(n => !value.TryGetProperty(n, out _))) complaints.Add($"{at}: '{name}' is missing");
        }

        bool isDescribed = schema.TryGetProperty("properties", out var properties);
        bool hasRest = schema.TryGetProperty("additionalProperties", out var rest);
        foreach (var property in value.EnumerateObject())
        {
            if (isDescribed && properties.TryGetProperty(property.Name, out var own)) Check(property.Value, own, $"{at}.{property.Name}", complaints);
            else if (hasRest && rest.ValueKind == JsonValueKind.False) complaints.Add($"{at}: '{property.Name}' is not described");
            else if (hasRest && rest.ValueKind == JsonValueKind.Object) Check(property.Value, rest, $"{at}.{property.Name}", complaints);
        }

        if (schema.TryGetProperty("maxProperties", out var most) && value.EnumerateObject().Count() > most.GetInt32()) complaints.Add($"{at}: too many properties");
    }

    private void CheckArray(JsonElement value, JsonElement schema, string at, List<string> complaints)
    {
        int count = value.GetArrayLength();
        if (schema.TryGetProperty("minItems", out var least) && count < least.GetInt32()) complaints.Add($"{at}: only {count} entries");
        if (schema.TryGetProperty("maxItems", out var most) && count > most.GetInt32()) complaints.Add($"{at}: {count} entries");
        foreach (var (i, item) in value.EnumerateArray().Index()) Check(item, schema.GetProperty("items"), $"{at}[{i}]", complaints);
    }

    private static void CheckText(string text, JsonElement schema, string at, List<string> complaints)
    {
        int length = text.EnumerateRunes().Count();
        if (schema.TryGetProperty("minLength", out var least) && length < least.GetInt32()) complaints.Add($"{at}: only {length} characters");
        if (schema.TryGetProperty("maxLength", out var most) && length > most.GetInt32()) complaints.Add($"{at}: {length} characters");
        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(text, pattern.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)))
            complaints.Add($"{at}: '{text}' does not match {pattern}");
        if (schema.TryGetProperty("format", out var format) && !HasFormat(text, format.GetString()!)) complaints.Add($"{at}: '{text}' is no {format}");
    }

    private static void CheckNumber(JsonElement value, JsonElement schema, string at, List<string> complaints)
    {
        double number = value.GetDouble();
        if (schema.TryGetProperty("minimum", out var least) && (IsExclusive(schema, "exclusiveMinimum") ? !(number > least.GetDouble()) : !(number >= least.GetDouble())))
            complaints.Add($"{at}: {value.GetRawText()} is too small");
        if (schema.TryGetProperty("maximum", out var most) && (IsExclusive(schema, "exclusiveMaximum") ? !(number < most.GetDouble()) : !(number <= most.GetDouble())))
            complaints.Add($"{at}: {value.GetRawText()} is too large");
        double bound = schema.TryGetProperty("format", out var format) ? format.GetString() switch { "int32" => int.MaxValue, "int64" => long.MaxValue, _ => double.MaxValue } : double.MaxValue;
        if (!(Math.Abs(number) <= bound)) complaints.Add($"{at}: {value.GetRawText()} does not fit in {format}");
    }

    private static bool IsExclusive(JsonElement schema, string name) => schema.TryGetProperty(name, out var flag) && flag.GetBoolean();

    private static bool HasFormat(string text, string format) => format switch
    {
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "date-time" => DateTime().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        _ => throw new NotSupportedException($"Nobody checks the format '{format}'."),
    };

    private static string Short(JsonElement value) => value.GetRawText() is { Length: > 60 } text ? text[..60] + "…" : value.GetRawText();

    [GeneratedRegex(@"\A\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DateTime();
}

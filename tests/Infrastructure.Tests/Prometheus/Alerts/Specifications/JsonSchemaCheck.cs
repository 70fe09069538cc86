using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SloFunctions.Infrastructure.Tests.Prometheus.Alerts.Specifications;

/// <summary>
/// Holds JSON against a set of schemas of draft 7, as far as those of OpenSLO use it: a keyword that is not known here is an error.
/// </summary>
internal sealed class JsonSchemaCheck
{
    private static readonly string[] Ignored = ["$schema", "$id", "title", "description", "additionalItems", "then", "else", "default", "examples"];

    private readonly Dictionary<string, JsonObject> byId = new(StringComparer.Ordinal);

    /// <summary>Reads every schema of a folder.</summary>
    public JsonSchemaCheck(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories))
        {
            var schema = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            byId[schema["$id"]!.GetValue<string>()] = schema;
        }
    }

    /// <summary>What is wrong; empty when nothing.</summary>
    public IReadOnlyList<string> Complaints(JsonNode? value, string schemaId) => [.. Of(value, byId[schemaId], "$")];

    private IEnumerable<string> Of(JsonNode? value, JsonNode schema, string at) => schema is JsonValue flag
        ? flag.GetValue<bool>() ? [] : [$"{at}: nothing is allowed"]
        : schema.AsObject().Where(k => !Ignored.Contains(k.Key)).SelectMany(k => Keyword(k.Key, k.Value!, value, schema.AsObject(), at));

    private IEnumerable<string> Keyword(string keyword, JsonNode rule, JsonNode? value, JsonObject schema, string at) => keyword switch
    {
        "$ref" => Of(value, byId[rule.GetValue<string>()], at),
        "type" => Unless(rule.GetValue<string>() == TypeOf(value), $"{at}: {rule} expected and not {TypeOf(value)}"),
        "const" => Unless(JsonNode.DeepEquals(rule, value), $"{at}: {rule} expected"),
        "enum" => Unless(rule.AsArray().Any(choice => JsonNode.DeepEquals(choice, value)), $"{at}: one of {rule} expected"),
        "allOf" => rule.AsArray().SelectMany(part => Of(value, part!, at)),
        "oneOf" => Unless(rule.AsArray().Count(part => !Of(value, part!, at).Any()) == 1, $"{at}: not exactly one of {rule.AsArray().Count}: {string.Join("; ", rule.AsArray().SelectMany(part => Of(value, part!, at)))}"),
        "anyOf" => Unless(rule.AsArray().Any(part => !Of(value, part!, at).Any()), $"{at}: none of {rule.AsArray().Count}"),
        "not" => Unless(Of(value, rule, at).Any(), $"{at}: must not be such"),
        "if" => schema[Of(value, rule, at).Any() ? "else" : "then"] is { } branch ? Of(value, branch, at) : [],
        "minLength" or "maxLength" or "pattern" when value?.GetValueKind() == JsonValueKind.String => Text(keyword, rule, value.GetValue<string>(), at),
        "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" when value?.GetValueKind() == JsonValueKind.Number => Number(keyword, rule.GetValue<decimal>(), value.GetValue<decimal>(), at),
        "required" or "properties" or "additionalProperties" or "propertyNames" when value is JsonObject o => Object(keyword, rule, o, schema, at),
        "items" when value is JsonArray a => a.SelectMany((item, i) => Of(item, rule, $"{at}[{i}]")),
        "minItems" when value is JsonArray a => Unless(a.Count >= rule.GetValue<int>(), $"{at}: too few"),
        "maxItems" when value is JsonArray a => Unless(a.Count <= rule.GetValue<int>(), $"{at}: too many"),
        "minLength" or "maxLength" or "pattern" or "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" => [],
        "required" or "properties" or "additionalProperties" or "propertyNames" or "items" or "minItems" or "maxItems" => [],
        _ => throw new NotSupportedException($"The keyword {keyword} is not known."),
    };

    private IEnumerable<string> Object(string keyword, JsonNode rule, JsonObject value, JsonObject schema, string at) => keyword switch
    {
        "required" => rule.AsArray().Select(n => n!.GetValue<string>()).Where(n => !value.ContainsKey(n)).Select(n => $"{at}: {n} is missing"),
        "properties" => rule.AsObject().Where(p => value.ContainsKey(p.Key)).SelectMany(p => Of(value[p.Key], p.Value!, $"{at}.{p.Key}")),
        "propertyNames" => value.SelectMany(p => Of(JsonValue.Create(p.Key), rule, $"{at}.{p.Key}")),
        _ => value.Where(p => schema["properties"]?.AsObject().ContainsKey(p.Key) != true).SelectMany(p => Of(p.Value, rule, $"{at}.{p.Key}")),
    };

    private static IEnumerable<string> Text(string keyword, JsonNode rule, string value, string at) => keyword switch
    {
        "minLength" => Unless(value.Length >= rule.GetValue<int>(), $"{at}: too short"),
        "maxLength" => Unless(value.Length <= rule.GetValue<int>(), $"{at}: too long"),
        _ => Unless(Regex.IsMatch(value, rule.GetValue<string>(), RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)), $"{at}: '{value}' is not {rule}"),
    };

    private static IEnumerable<string> Number(string keyword, decimal rule, decimal value, string at) => Unless(
        keyword switch { "minimum" => value >= rule, "maximum" => value <= rule, "exclusiveMinimum" => value > rule, _ => value < rule },
        $"{at}: {value} breaks {keyword} {rule}");

    private static string TypeOf(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "object",
        JsonArray => "array",
        _ => value.GetValueKind() switch { JsonValueKind.String => "string", JsonValueKind.Number => "number", _ => "boolean" },
    };

    private static IEnumerable<string> Unless(bool holds, string complaint) => holds ? [] : [complaint];
}

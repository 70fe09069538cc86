using System.Globalization;
using Microsoft.OpenApi;

namespace SloFunctions.OpenApi.Schemas;

/// <summary>Schemas of single values.</summary>
internal static class ValueSchemas
{
    /// <summary>The schema of a value that a rule narrows; null when it is none of the known single values.</summary>
    public static OpenApiSchema? Of(Type type, SchemaRule rule)
    {
        if (type.IsEnum) return Text(rule with { Choices = Terms.Of(type) });
        if (type == typeof(string)) return Text(rule);
        if (type == typeof(bool)) return new OpenApiSchema { Type = JsonSchemaType.Boolean };
        if (type == typeof(Guid)) return new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" };
        if (type == typeof(DateTimeOffset)) return new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" };
        if (type == typeof(int)) return Number(JsonSchemaType.Integer, "int32", rule);
        if (type == typeof(long)) return Number(JsonSchemaType.Integer, "int64", rule);
        return type == typeof(double) ? Number(JsonSchemaType.Number, "double", rule) : null;
    }

    private static OpenApiSchema Text(SchemaRule rule) => new()
    {
        Type = JsonSchemaType.String,
        Format = rule.Format,
        MinLength = rule.MaxLength is null ? null : 1,
        MaxLength = rule.MaxLength,
        Enum = rule.Choices is { } choices ? [.. choices] : null,
    };

    private static OpenApiSchema Number(JsonSchemaType type, string format, SchemaRule rule) => new()
    {
        Type = type,
        Format = format,
        Minimum = Invariant(rule.Minimum),
        Maximum = Invariant(rule.Maximum),
        ExclusiveMinimum = Invariant(rule.Above),
        ExclusiveMaximum = Invariant(rule.Below),
    };

    private static string? Invariant(double? bound) => bound?.ToString(CultureInfo.InvariantCulture);
}

using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SloFunctions.Domain.Graph;
using SloFunctions.Functions.OpenApi;
using SloFunctions.OpenApi.Schemas;

namespace SloFunctions.OpenApi.Operations;

/// <summary>Describes what requests carry beside their bodies.</summary>
internal static class ParameterSchemas
{
    /// <summary>The parameters of a function: those of its route, of its query, then headers.</summary>
    public static IList<IOpenApiParameter> Of(HttpFunction function)
    {
        var declared = function.Declared<RouteValueAttribute>().ToDictionary(v => v.Name, StringComparer.Ordinal);
        return
        [
            .. function.RouteValues.Select(name => Parameter(declared.GetValueOrDefault(name) ?? Conventional(name), ParameterLocation.Path)),
            .. function.Declared<QueryAttribute>().Select(q => Parameter(q, ParameterLocation.Query)),
            .. function.Declared<RequestHeaderAttribute>().Select(h => Parameter(h, ParameterLocation.Header)),
        ];
    }

    private static RouteValueAttribute Conventional(string name) => name switch
    {
        "serviceId" => new RouteValueAttribute(name, typeof(string), "The service's id; a slash in it is written as %2F.") { MaxLength = ServiceId.MaxLength, Example = "checkout" },
        _ when name.EndsWith("Id", StringComparison.Ordinal) =>
            new RouteValueAttribute(name, typeof(Guid), $"The id of the {HttpFunction.SnakeCase(name[..^2]).Replace('_', ' ')}."),
        _ => throw new InvalidOperationException($"The route value {name} needs a {nameof(RouteValueAttribute)}."),
    };

    private static OpenApiParameter Parameter(ParameterAttribute declared, ParameterLocation location) => new()
    {
        Name = location == ParameterLocation.Path ? HttpFunction.SnakeCase(declared.Name) : declared.Name,
        In = location,
        Required = location == ParameterLocation.Path,
        Description = declared.Description,
        Schema = Schema(declared),
        Example = declared.Example is { } example ? JsonValue.Create(example) : null,
    };

    private static OpenApiSchema Schema(ParameterAttribute declared)
    {
        var rule = new SchemaRule
        {
            Minimum = declared.BoundsExcluded ? null : Bound(declared.Minimum),
            Above = declared.BoundsExcluded ? Bound(declared.Minimum) : null,
            Maximum = declared.BoundsExcluded ? null : Bound(declared.Maximum),
            Below = declared.BoundsExcluded ? Bound(declared.Maximum) : null,
            MaxLength = declared.MaxLength > 0 ? declared.MaxLength : null,
        };
        var schema = ValueSchemas.Of(declared.Type, rule) ?? throw new InvalidOperationException($"{declared.Name} cannot be a {declared.Type}.");
        schema.Pattern = declared.Pattern;
        if (declared.Also is { } also) schema.Enum!.Add(also);
        schema.Default = Default(declared.Default);
        return schema;
    }

    private static double? Bound(double bound) => double.IsNaN(bound) ? null : bound;

    private static JsonValue? Default(object? value) => value switch
    {
        null => null,
        Enum term => JsonValue.Create(Terms.Name(term)),
        int number => JsonValue.Create(number),
        bool flag => JsonValue.Create(flag),
        double number => JsonValue.Create(number),
        _ => JsonValue.Create(value.ToString()!),
    };
}

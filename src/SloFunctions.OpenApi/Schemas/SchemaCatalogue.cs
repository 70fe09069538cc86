using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;
using SloFunctions.Application.Publishing;
using SloFunctions.OpenApi.Documentation;

namespace SloFunctions.OpenApi.Schemas;

/// <summary>
/// Turns records into schemas of the document. Requests and answers differ: requests may have more properties and need not have
/// all, answers have exactly those that are described.
/// </summary>
internal sealed class SchemaCatalogue(OpenApiDocument document)
{
    private readonly NullabilityInfoContext nullability = new();
    private readonly Dictionary<string, Type> types = new(StringComparer.Ordinal);

    private IDictionary<string, IOpenApiSchema> Schemas => document.Components!.Schemas!;

    /// <summary>A reference to the schema of a record.</summary>
    public IOpenApiSchema Of(Type type, bool isRequest)
    {
        string name = SchemaNames.Of(type);
        if (types.TryAdd(name, type)) Schemas[name] = Describe(type, isRequest);
        else if (types[name] != type) throw new InvalidOperationException($"{type} and {types[name]} are both called {name}.");
        return new OpenApiSchemaReference(name, document);
    }

    private OpenApiSchema Describe(Type type, bool isRequest)
    {
        var info = PublishedJson.Options.GetTypeInfo(type);
        if (info.PolymorphismOptions is { } variants) return OneOf(type, variants, isRequest);

        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = XmlDocs.Of(type),
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal),
            Required = new HashSet<string>(StringComparer.Ordinal),
            AdditionalPropertiesAllowed = isRequest,
            AdditionalProperties = isRequest ? new OpenApiSchema() : null,
        };
        AddDiscriminator(type, schema);
        foreach (var property in info.Properties) Add(schema, property, (PropertyInfo)property.AttributeProvider!, isRequest);
        return schema;
    }

    private void Add(OpenApiSchema schema, JsonPropertyInfo property, PropertyInfo member, bool isRequest)
    {
        var rule = SchemaRules.All.Of(member.DeclaringType!, member.Name) ?? new SchemaRule();
        bool isLeftOut = property.ShouldSerialize is not null && !isRequest;
        var state = nullability.Create(member);
        // What must be there, or is left out instead, is never null.
        bool isNullable = IsNullable(member, state) && !(isRequest && rule.Required) && !isLeftOut;
        schema.Properties![property.Name] = Value(property.PropertyType, state, rule, isNullable, isRequest, XmlDocs.Of(member));
        if (isRequest ? rule.Required : !isLeftOut) schema.Required!.Add(property.Name);
    }

    private IOpenApiSchema Value(Type declared, NullabilityInfo? state, SchemaRule rule, bool isNullable, bool isRequest, string? description)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        var schema = ValueSchemas.Of(type, rule);
        if (schema is null && type == typeof(JsonElement)) schema = FreeObject(rule, isRequest);
        if (schema is null && ElementOf(type) is { } element) schema = Collection(type, element, state, rule, isRequest);
        if (schema is null)
        {
            var reference = Of(type, isRequest);
            if (description is null && !isNullable) return reference;
            // A reference stands alone in OpenAPI 3.0: what is said beside it needs a schema around it.
            schema = new OpenApiSchema { Type = isNullable ? JsonSchemaType.Object : null, AllOf = [reference] };
        }

        schema.Description = description;
        if (!isNullable) return schema;
        schema.Type |= JsonSchemaType.Null;
        schema.Enum?.Add(JsonNullSentinel.JsonNull);
        return schema;
    }

    // Of a type parameter the annotations tell nothing: what stands for it decides.
    private static bool IsNullable(PropertyInfo member, NullabilityInfo state) =>
        member.DeclaringType!.IsGenericType && member.DeclaringType.GetGenericTypeDefinition().GetProperty(member.Name)!.PropertyType.IsGenericParameter
            ? Nullable.GetUnderlyingType(member.PropertyType) is not null
            : state.ReadState == NullabilityState.Nullable;

    private OpenApiSchema Collection(Type type, Type element, NullabilityInfo? state, SchemaRule rule, bool isRequest)
    {
        bool isMap = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>);
        // No request may hold null entries, although records can.
        bool isNullable = !isRequest && (isMap ? state?.GenericTypeArguments[1] : state?.GenericTypeArguments.FirstOrDefault())?.ReadState == NullabilityState.Nullable;
        var items = Value(element, null, rule.Items ?? new SchemaRule(), isNullable, isRequest, null);
        return isMap
            ? new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = items, MaxProperties = rule.MaxItems }
            : new OpenApiSchema { Type = JsonSchemaType.Array, Items = items, MinItems = rule.MinItems, MaxItems = rule.MaxItems };
    }

    private OpenApiSchema FreeObject(SchemaRule rule, bool isRequest) => new()
    {
        Type = JsonSchemaType.Object,
        AdditionalProperties = new OpenApiSchema(),
        Properties = rule.Properties?.ToDictionary(p => p.Key, p => Value(p.Value.Type, null, p.Value.Rule, isNullable: true, isRequest, null)),
    };

    private OpenApiSchema OneOf(Type type, JsonPolymorphismOptions variants, bool isRequest)
    {
        var references = variants.DerivedTypes
            .Select(v => (Value: (string)v.TypeDiscriminator!, Reference: (OpenApiSchemaReference)Of(v.DerivedType, isRequest)))
            .ToArray();
        return new OpenApiSchema
        {
            Description = XmlDocs.Of(type),
            OneOf = [.. references.Select(r => (IOpenApiSchema)r.Reference)],
            Discriminator = new OpenApiDiscriminator
            {
                PropertyName = variants.TypeDiscriminatorPropertyName,
                Mapping = references.ToDictionary(r => r.Value, r => r.Reference),
            },
        };
    }

    private static void AddDiscriminator(Type type, OpenApiSchema schema)
    {
        if (type.BaseType is not { } parent || parent == typeof(object)) return;
        var variants = PublishedJson.Options.GetTypeInfo(parent).PolymorphismOptions;
        if (variants?.DerivedTypes.FirstOrDefault(d => d.DerivedType == type).TypeDiscriminator is not string name) return;
        schema.Properties![variants.TypeDiscriminatorPropertyName] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [name] };
        schema.Required!.Add(variants.TypeDiscriminatorPropertyName);
    }

    private static Type? ElementOf(Type type) => type == typeof(string) ? null : type.GetInterfaces().Append(type)
        .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() is var open && (open == typeof(IReadOnlyDictionary<,>) || open == typeof(IEnumerable<>)))
        .OrderByDescending(i => i.GetGenericArguments().Length)
        .FirstOrDefault()?.GetGenericArguments()[^1];
}

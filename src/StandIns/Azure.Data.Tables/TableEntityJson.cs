using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>Rows in OData's JSON, with the types that JSON has not beside the values.</summary>
internal static class TableEntityJson
{
    private const string TypeSuffix = "@odata.type";

    public static byte[] Write(TableEntity entity)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (string name in entity.Keys.Where(name => name is not (nameof(TableEntity.Timestamp) or TableEntity.ETagName)))
                WriteProperty(json, name, entity[name]);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    public static TableEntity Read(Stream body)
    {
        using var document = JsonDocument.Parse(body);
        return Read(document.RootElement);
    }

    public static IReadOnlyList<TableEntity> ReadList(Stream body)
    {
        using var document = JsonDocument.Parse(body);
        return [.. document.RootElement.GetProperty("value").EnumerateArray().Select(Read)];
    }

    private static TableEntity Read(JsonElement row)
    {
        var entity = new TableEntity();
        foreach (var property in row.EnumerateObject())
        {
            bool isAnnotation = property.Name.Contains("odata.", StringComparison.Ordinal);
            if (isAnnotation && property.Name != TableEntity.ETagName) continue;
            string? type = row.TryGetProperty(property.Name + TypeSuffix, out var stated) ? stated.GetString() : null;
            // The service states no type for the time of the last change where little metadata is asked for.
            if (property.Name == nameof(TableEntity.Timestamp)) type = "Edm.DateTime";
            entity[property.Name] = ReadValue(property.Value, type)!;
        }

        return entity;
    }

    private static void WriteProperty(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text: json.WriteString(name, text); break;
            case bool truth: json.WriteBoolean(name, truth); break;
            case int number: json.WriteNumber(name, number); break;
            case long number: WriteTyped(json, name, "Edm.Int64", number.ToString(CultureInfo.InvariantCulture)); break;
            case double number: WriteTyped(json, name, "Edm.Double", number.ToString("R", CultureInfo.InvariantCulture)); break;
            case Guid id: WriteTyped(json, name, "Edm.Guid", id.ToString("D")); break;
            case byte[] bytes: WriteTyped(json, name, "Edm.Binary", Convert.ToBase64String(bytes)); break;
            case DateTimeOffset time:
                WriteTyped(json, name, "Edm.DateTime", time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));
                break;
            default: throw new NotSupportedException($"The property {name} has the type {value.GetType()}, which tables do not hold.");
        }
    }

    private static void WriteTyped(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteString(name + TypeSuffix, type);
        json.WriteString(name, value);
    }

    private static object? ReadValue(JsonElement value, string? type) => type switch
    {
        "Edm.Int64" => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        "Edm.Double" => value.ValueKind == JsonValueKind.String ? double.Parse(value.GetString()!, CultureInfo.InvariantCulture) : value.GetDouble(),
        "Edm.DateTime" => value.GetDateTimeOffset(),
        "Edm.Guid" => value.GetGuid(),
        "Edm.Binary" => value.GetBytesFromBase64(),
        _ => ReadPlain(value),
    };

    private static object? ReadPlain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.TryGetInt32(out int whole) ? (object)whole : value.GetDouble(),
        _ => null,
    };
}

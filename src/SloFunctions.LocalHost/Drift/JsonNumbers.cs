using System.Text.Json;

namespace SloFunctions.LocalHost.Drift;

/// <summary>Reads series from JSON: an array of numbers or of objects, or an object of arrays, which may lie under "streams".</summary>
internal static class JsonNumbers
{
    public static IReadOnlyList<NumberSeries> Read(string text, string? column)
    {
        JsonElement root;
        try
        {
            root = JsonElement.Parse(text);
        }
        catch (JsonException wrong)
        {
            throw new LocalHostException($"This is no valid JSON: {wrong.Message}");
        }

        if (root.ValueKind == JsonValueKind.Array) return OfArray(root, column);
        if (root.TryGetProperty("streams", out var streams) && streams.ValueKind == JsonValueKind.Object) root = streams;
        return [.. root.EnumerateObject().Where(p => column is null ? IsSeries(p.Value) : p.Name == column).Select(p => new NumberSeries(p.Name, Numbers(p.Name, p.Value)))];
    }

    private static IReadOnlyList<NumberSeries> OfArray(JsonElement array, string? column)
    {
        if (array.EnumerateArray().FirstOrDefault().ValueKind != JsonValueKind.Object)
            return column is null or NumberSeries.Unnamed ? [new NumberSeries(NumberSeries.Unnamed, Numbers(NumberSeries.Unnamed, array))] : [];
        if (array.EnumerateArray().Index().FirstOrDefault(e => e.Item.ValueKind != JsonValueKind.Object) is { Item.ValueKind: not JsonValueKind.Undefined } odd)
            throw new LocalHostException($"[{odd.Index}] is no object, unlike those before it.");
        var names = array.EnumerateArray().SelectMany(e => e.EnumerateObject()).Where(p => column is null ? p.Value.ValueKind == JsonValueKind.Number : p.Name == column).Select(p => p.Name).Distinct(StringComparer.Ordinal);
        return [.. names.Select(name => new NumberSeries(name, [.. array.EnumerateArray().Select((e, i) => e.TryGetProperty(name, out var value) ? Number($"[{i}].{name}", value) : double.NaN)]))];
    }

    private static bool IsSeries(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(e => e.ValueKind is JsonValueKind.Number or JsonValueKind.Null);

    private static double[] Numbers(string name, JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select((e, i) => Number($"{name}[{i}]", e))]
        : throw new LocalHostException($"{name} is no array of numbers.");

    private static double Number(string place, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => double.NaN,
        JsonValueKind.Number when value.GetDouble() is var number && double.IsFinite(number) => number,
        _ => throw new LocalHostException($"{place} is no number."),
    };
}

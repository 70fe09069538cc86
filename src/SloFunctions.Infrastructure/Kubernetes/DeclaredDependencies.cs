using System.Text.Json;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Publishing;

namespace SloFunctions.Infrastructure.Kubernetes;

/// <summary>Reads dependencies from config maps: each value is a JSON list of edges as a graph submission has them.</summary>
internal static class DeclaredDependencies
{
    /// <summary>Adds what a config map declares; entries that cannot be read are counted with their place.</summary>
    public static void Add(KubernetesConfigMap map, GraphCollector graph)
    {
        foreach (var (key, text) in (map.Data ?? new Dictionary<string, string?>()).OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            string where = $"config map {map.Metadata.Namespace}/{map.Metadata.Name}, key {key}";
            // An entry that repeats a property costs itself only, so that the list is read without that rule.
            if (Read<JsonElement>(text ?? "", JsonSerializerOptions.Default) is not { ValueKind: JsonValueKind.Array } list)
            {
                graph.Skip("a JSON list of dependencies is expected", where);
                continue;
            }

            foreach (var (index, entry) in list.EnumerateArray().Index()) AddEntry(entry, $"{where}, entry {index + 1}", graph);
        }
    }

    private static void AddEntry(JsonElement entry, string where, GraphCollector graph)
    {
        if (entry.ValueKind == JsonValueKind.Object && Read<EdgeBody>(entry.GetRawText(), PublishedJson.Options) is { } edge) graph.Add(edge, where);
        else graph.Skip("an object with source, target and attributes is expected", where);
    }

    private static T? Read<T>(string json, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, options);
        }
        catch (JsonException)
        {
            return default;
        }
    }
}

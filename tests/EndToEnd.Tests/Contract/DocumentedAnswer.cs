using System.Text.Json;

namespace EndToEnd.Tests.Contract;

/// <summary>An answer as it is documented.</summary>
/// <param name="Content">The schema of the body by media type; none when there is no body.</param>
/// <param name="Headers">The headers: whether they are always there, and their schema.</param>
public sealed record DocumentedAnswer(IReadOnlyDictionary<string, JsonElement> Content, IReadOnlyDictionary<string, (bool Required, JsonElement Schema)> Headers)
{
    public static DocumentedAnswer Read(JsonElement response, ApiContract contract) => new(
        Objects(response, "content").ToDictionary(c => c.Name, c => c.Value.GetProperty("schema")),
        Objects(response, "headers").ToDictionary(
            h => h.Name,
            h => (contract.Resolve(h.Value).TryGetProperty("required", out var required) && required.GetBoolean(), contract.Resolve(h.Value).GetProperty("schema")),
            StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<JsonProperty> Objects(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? value.EnumerateObject() : Enumerable.Empty<JsonProperty>();
}

using System.Text.Json;

namespace EndToEnd.Tests.App;

/// <summary>The shape of JSON.</summary>
internal static class JsonNames
{
    /// <summary>The names of an object's properties, as written.</summary>
    public static IEnumerable<string> Names(this JsonElement element) => element.EnumerateObject().Select(p => p.Name);
}

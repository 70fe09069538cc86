using System.Text.Json;

namespace SloFunctions.Testing;

/// <summary>The schedules that the app must be given, as the sample of settings names them.</summary>
public static class Schedules
{
    private const string OnceAYear = "0 0 0 1 1 *";

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = Read();

    /// <summary>All of them once a year: within a test only what the test itself asks for is done.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Never => Names.Select(name => KeyValuePair.Create(name, OnceAYear));

    private static string[] Read()
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "local.settings.sample.json")));
        return [.. sample.RootElement.GetProperty("Values").EnumerateObject().Select(v => v.Name).Where(name => name.EndsWith("_SCHEDULE", StringComparison.Ordinal))];
    }
}

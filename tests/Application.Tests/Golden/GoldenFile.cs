using System.Text.Json;
using SloFunctions.Testing;

namespace SloFunctions.Application.Tests.Golden;

/// <summary>Expected documents, laid out for people. SLO_UPDATE_GOLDEN=1 rewrites them; read the difference before committing it.</summary>
internal static class GoldenFile
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void ShouldMatchGolden(this string json, string name)
    {
        string actual = JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(json), Indented) + "\n";
        actual.ShouldMatchGoldenText(name);
    }

    public static void ShouldMatchGoldenText(this string actual, string name)
    {
        string file = RepositoryRoot.Combine("tests", "Application.Tests", "Golden", name);
        if (Environment.GetEnvironmentVariable("SLO_UPDATE_GOLDEN") == "1") File.WriteAllText(file, actual);
        actual.ShouldBe(File.ReadAllText(file));
    }
}

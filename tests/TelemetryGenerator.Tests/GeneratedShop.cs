using System.Text.Json;
using SloFunctions.TelemetryGenerator;

namespace TelemetryGenerator.Tests;

/// <summary>Three days of the first 24 services, generated once and read back.</summary>
public sealed class GeneratedShop : IDisposable
{
    public const string End = "2026-11-01T00:00:00Z";
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("telemetry-");

    public GeneratedShop()
    {
        Generate("first", "--services", "24", "--days", "3", "--end", End);
        Metrics = MetricsText.Read(File.ReadLines(PathOf("first", "metrics.om")));
        Truth = JsonDocument.Parse(File.ReadAllBytes(PathOf("first", "truth.json"))).RootElement;
        Graph = JsonDocument.Parse(File.ReadAllBytes(PathOf("first", "graph.json"))).RootElement;
    }

    public MetricsText Metrics { get; }

    public JsonElement Truth { get; }

    public JsonElement Graph { get; }

    public JsonElement[] Services => [.. Truth.GetProperty("services").EnumerateArray()];

    public JsonElement ServiceOf(string name) => Services.Single(s => s.GetProperty("case").GetString() == name);

    /// <summary>Runs the command into a folder of this name.</summary>
    public void Generate(string folder, params string[] args)
    {
        using var errors = new StringWriter();
        var code = CommandLine.Run([.. args, "--out", PathOf(folder, "")], TextWriter.Null, errors);
        code.ShouldBe(0, errors.ToString());
    }

    public string PathOf(string folder, string file) => Path.Combine(directory.FullName, folder, file);

    public void Dispose() => directory.Delete(recursive: true);
}

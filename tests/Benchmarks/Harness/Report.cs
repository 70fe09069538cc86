using System.Globalization;
using System.Text.Json;
using SloFunctions.Testing;

namespace SloFunctions.Benchmarks.Harness;

/// <summary>Shows results to people and keeps them for machines.</summary>
public static class Report
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Prints a table.</summary>
    public static void Print(IBenchmark benchmark, IReadOnlyList<Comparison> comparisons)
    {
        Console.WriteLine();
        Console.WriteLine($"{benchmark.Name}: {benchmark.Description}");
        Console.WriteLine($"  {"figure",-44}{"median",12}{"min",12}{"max",12}  {"unit",-12}{"ratio",8}");
        foreach (var comparison in comparisons)
        {
            Row($"{comparison.Figure}: {comparison.Ours.Subject}", comparison.Ours, comparison.Ratio);
            if (comparison.Yardstick is { } raw) Row($"  {raw.Subject}", raw, null);
        }
    }

    /// <summary>Writes <c>artifacts/bench/NAME.json</c>.</summary>
    public static async Task WriteAsync(IBenchmark benchmark, IReadOnlyList<Comparison> comparisons, CancellationToken cancellation)
    {
        string folder = RepositoryRoot.Combine("artifacts", "bench");
        Directory.CreateDirectory(folder);
        var document = new { benchmark.Name, benchmark.Description, Environment.ProcessorCount, Comparisons = comparisons };
        await File.WriteAllTextAsync(Path.Combine(folder, benchmark.Name + ".json"), JsonSerializer.Serialize(document, Indented), cancellation);
    }

    private static void Row(string figure, Measurement measurement, double? ratio) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  {figure,-44}{measurement.Median,12:0.##}{measurement.Min,12:0.##}{measurement.Max,12:0.##}  {measurement.Unit,-12}{ratio,8:0.00}"));
}

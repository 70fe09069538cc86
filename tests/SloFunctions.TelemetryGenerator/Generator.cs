using SloFunctions.TelemetryGenerator.Model;
using SloFunctions.TelemetryGenerator.Series;
using SloFunctions.TelemetryGenerator.Traffic;
using SloFunctions.TelemetryGenerator.Truth;

namespace SloFunctions.TelemetryGenerator;

/// <summary>Writes a history of metrics, the truth about it and the graph behind it.</summary>
public static class Generator
{
    /// <summary>Writes metrics.om, truth.json and graph.json into the output directory, which is created where missing.</summary>
    /// <exception cref="IOException">The directory or a file cannot be written.</exception>
    public static void Run(GeneratorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var landscape = options.IsShop
            ? Landscape.Shop(options.Services, options.Seed)
            : Landscape.Plain(options.Services, options.Seed);
        var timeline = new Timeline(options.End, options.Hours, options.StepSeconds);
        var incidents = new IncidentPlan(landscape, timeline, options.Seed);
        var simulator = new ServiceSimulator(timeline, incidents, options.Seed, withLatency: !options.RequestsOnly);

        var histories = new ServiceHistory[landscape.Services.Count];
        Parallel.For(0, histories.Length, i => histories[i] = simulator.Run(landscape.Services[i]));

        Directory.CreateDirectory(options.OutputDirectory);
        Write(options, "metrics.om", s => new MetricsFile(timeline, histories).Write(s, landscape.Edges, options.RequestsOnly));
        Write(options, "truth.json", s => TruthFile.Write(s, options, timeline, histories));
        Write(options, "graph.json", s => GraphFile.Write(s, landscape, options.End));
    }

    private static void Write(GeneratorOptions options, string name, Action<Stream> write)
    {
        using var stream = File.Create(Path.Combine(options.OutputDirectory, name));
        write(stream);
    }
}

using System.Text.Json.Nodes;
using SloFunctions.TelemetryGenerator.Model;

namespace SloFunctions.TelemetryGenerator.Series;

/// <summary>Everything that happened at one service, and how it is seen.</summary>
public sealed class ServiceHistory(ServiceDefinition service)
{
    public ServiceDefinition Service { get; } = service;

    public List<PodHistory> Pods { get; } = [];

    /// <summary>True when two identical Prometheus servers scraped the pods: each series appears twice.</summary>
    public bool IsScrapedTwice => Service.Case == SpecialCase.DuplicatedPod;

    /// <summary>Samples lost because nothing was scraped.</summary>
    public SampleRange? Gap { get; set; }

    /// <summary>Hours of which nothing can be known.</summary>
    public HashSet<int> MissingHours { get; } = [];

    /// <summary>Parameters and instants for the truth file.</summary>
    public JsonObject Notes { get; } = [];
}

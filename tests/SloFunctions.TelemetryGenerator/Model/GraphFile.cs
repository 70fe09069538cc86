using System.Text.Json;
using System.Text.Json.Nodes;

namespace SloFunctions.TelemetryGenerator.Model;

/// <summary>The dependency graph as the body of a bulk upsert of dependencies.</summary>
internal static class GraphFile
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void Write(Stream stream, Landscape landscape, DateTimeOffset timestamp)
    {
        var body = new JsonObject
        {
            ["source"] = "manual",
            ["timestamp"] = timestamp.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
            ["nodes"] = new JsonArray([.. landscape.Services.Select(Node)]),
            ["edges"] = new JsonArray([.. landscape.Edges.Select(Edge)]),
        };
        JsonSerializer.Serialize(stream, body, Indented);
    }

    private static JsonObject Node(ServiceDefinition service)
    {
        var metadata = new JsonObject
        {
            ["team"] = service.Team,
            ["criticality"] = service.Criticality,
            ["tier"] = service.Tier,
            ["namespace"] = service.Namespace,
        };
        if (service.IsExternal)
        {
            metadata["service_type"] = "external";
            metadata["published_sla"] = 99.95;
        }
        else
        {
            metadata["runtime"] = "dotnet10";
        }

        return new() { ["service_id"] = service.Id, ["metadata"] = metadata };
    }

    private static JsonObject Edge(DependencyEdge edge)
    {
        var attributes = new JsonObject
        {
            ["communication_mode"] = edge.Mode,
            ["criticality"] = edge.Criticality,
            ["protocol"] = edge.Protocol,
        };
        if (edge.Mode == "sync")
        {
            attributes["timeout_ms"] = edge.Criticality == "hard" ? 2000 : 500;
            attributes["retry_config"] = new JsonObject
            {
                ["max_retries"] = edge.Criticality == "hard" ? 2 : 0,
                ["backoff_strategy"] = "exponential",
            };
        }

        return new() { ["source"] = edge.Source, ["target"] = edge.Target, ["attributes"] = attributes };
    }
}

using System.Text;
using System.Text.Json.Nodes;

namespace SloFunctions.Application.Tests.Graph;

/// <summary>Events as they arrive.</summary>
internal static class CloudEvents
{
    /// <summary>A valid event that makes one service depend on another.</summary>
    public static JsonObject Valid(string id = "1", string source = "a", string target = "b") => new()
    {
        ["specversion"] = "1.0",
        ["id"] = id,
        ["source"] = "/mesh",
        ["type"] = "Slo.Graph.DependenciesUpdated",
        ["subject"] = "shop",
        ["time"] = "2026-02-28T10:00:00.5Z",
        ["datacontenttype"] = "application/json",
        ["data"] = new JsonObject
        {
            ["source"] = "service_mesh",
            ["edges"] = new JsonArray(new JsonObject { ["source"] = source, ["target"] = target }),
        },
    };

    /// <summary>The event with one attribute changed, or removed when the text is null.</summary>
    public static JsonObject With(this JsonObject graphEvent, string attribute, string? json)
    {
        graphEvent.Remove(attribute);
        if (json is not null) graphEvent[attribute] = JsonNode.Parse(json);
        return graphEvent;
    }

    public static ReadOnlyMemory<byte> Bytes(this JsonObject graphEvent) => Encoding.UTF8.GetBytes(graphEvent.ToJsonString());

    public static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);
}

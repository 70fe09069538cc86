using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Graph;

/// <summary>A checked submission as compressed bytes: every service is named once, and dependencies name it by its place.</summary>
public static class GraphUpdateContent
{
    private const int Version = 1;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a submission.</summary>
    public static byte[] Write(GraphUpdate update)
    {
        var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
        using (var json = new Utf8JsonWriter(gzip, Plain))
        {
            var place = Places(update);
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteNumber("source", (int)update.Source);
            json.WriteString("observed_at", update.ObservedAt.UtcDateTime);
            json.WriteStartArray("nodes");
            foreach (var node in update.Nodes) Write(json, node);
            json.WriteEndArray();
            json.WriteStartArray("others");
            foreach (var id in place.Keys.Skip(update.Nodes.Count)) json.WriteStringValue(id.Value);
            json.WriteEndArray();
            json.WriteStartArray("edges");
            foreach (var edge in update.Edges) Write(json, edge, place);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>Reads a submission.</summary>
    /// <param name="bytes">What was written.</param>
    /// <exception cref="InvalidDataException">These are not the bytes of a submission in a known version.</exception>
    public static GraphUpdate Read(byte[] bytes)
    {
        try
        {
            using var stream = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var document = JsonDocument.Parse(stream);
            var root = document.RootElement;
            if (root.GetProperty("version").GetInt32() != Version) throw new InvalidDataException("The submission was written in another version.");
            ServiceRegistration[] nodes = [.. root.GetProperty("nodes").EnumerateArray().Select(Node)];
            ServiceId[] services = [.. nodes.Select(n => n.Id), .. root.GetProperty("others").EnumerateArray().Select(s => ServiceId.Of(s.GetString()!))];
            return new GraphUpdate(
                (DiscoverySource)root.GetProperty("source").GetInt32(),
                root.GetProperty("observed_at").GetDateTimeOffset(),
                nodes,
                [.. root.GetProperty("edges").EnumerateArray().Select(e => Edge(e, services))]);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("The submission cannot be read.", e);
        }
    }

    private static OrderedDictionary<ServiceId, int> Places(GraphUpdate update)
    {
        var place = new OrderedDictionary<ServiceId, int>(update.Nodes.Count);
        foreach (var node in update.Nodes) place.Add(node.Id, place.Count);
        foreach (var edge in update.Edges)
        {
            place.TryAdd(edge.Source, place.Count);
            place.TryAdd(edge.Target, place.Count);
        }

        return place;
    }

    private static void Write(Utf8JsonWriter json, ServiceRegistration node)
    {
        json.WriteStartArray();
        json.WriteStringValue(node.Id.Value);
        if (node != new ServiceRegistration(node.Id, null, null, null, null))
        {
            json.WriteStringValue(node.MetadataJson);
            json.WriteStringValue(node.Team);
            Write(json, (int?)node.Criticality);
            Write(json, node.Tier);
            Write(json, (int?)node.Type);
            if (node.PublishedSla is { } sla) json.WriteNumberValue(sla);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, DependencyEdge edge, OrderedDictionary<ServiceId, int> place)
    {
        json.WriteStartArray();
        json.WriteNumberValue(place[edge.Source]);
        json.WriteNumberValue(place[edge.Target]);
        Write(json, (int?)edge.Mode);
        Write(json, (int?)edge.Criticality);
        json.WriteStringValue(edge.Protocol);
        Write(json, edge.TimeoutMs);
        json.WriteStringValue(edge.RetryConfigJson);
        json.WriteStringValue(edge.RedundancyGroup);
        Write(json, edge.CallCount);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, long? number)
    {
        if (number is { } value) json.WriteNumberValue(value);
        else json.WriteNullValue();
    }

    private static ServiceRegistration Node(JsonElement row)
    {
        var id = ServiceId.Of(row[0].GetString()!);
        int length = row.GetArrayLength();
        return length == 1
            ? new ServiceRegistration(id, null, null, null, null)
            : new ServiceRegistration(
                id,
                (ServiceCriticality?)Number(row[3]),
                row[2].GetString(),
                Number(row[4]),
                row[1].GetString(),
                (ServiceType?)Number(row[5]),
                length > 6 ? row[6].GetDouble() : null);
    }

    private static DependencyEdge Edge(JsonElement row, ServiceId[] services) => new(
        services[row[0].GetInt32()],
        services[row[1].GetInt32()],
        (CommunicationMode?)Number(row[2]),
        (DependencyCriticality?)Number(row[3]),
        row[4].GetString(),
        Number(row[5]),
        row[6].GetString(),
        row[7].GetString(),
        row[8].ValueKind == JsonValueKind.Null ? null : row[8].GetInt64());

    private static int? Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetInt32();
}

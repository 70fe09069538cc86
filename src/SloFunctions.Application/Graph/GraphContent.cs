using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Graph;

/// <summary>An effective graph as bytes: the same graph gives the same hash, whatever the order it was built in.</summary>
/// <param name="Hash">SHA-256 of the text before compression.</param>
/// <param name="Bytes">Compressed JSON: services by id, then dependencies that name them by their place.</param>
/// <param name="Services">The number of services.</param>
/// <param name="Dependencies">The number of dependencies.</param>
public sealed record GraphContent(byte[] Hash, byte[] Bytes, int Services, int Dependencies)
{
    private const int Version = 1;

    /// <summary>Writes a graph.</summary>
    public static GraphContent Of(ServiceGraph graph)
    {
        byte[] text = Text(graph);
        return new GraphContent(SHA256.HashData(text), Compress(text), graph.Services.Count, graph.Dependencies.Count);
    }

    /// <summary>Reads a graph.</summary>
    /// <param name="bytes">What <see cref="Bytes"/> held.</param>
    /// <exception cref="InvalidDataException">These are not the bytes of a graph in a known version.</exception>
    public static ServiceGraph Read(byte[] bytes)
    {
        using var stream = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        if (root.GetProperty("version").GetInt32() != Version) throw new InvalidDataException("The graph was written in another version.");
        return new ServiceGraph(
            [.. root.GetProperty("services").EnumerateArray().Select(Service)],
            [.. root.GetProperty("dependencies").EnumerateArray().Select(Dependency)]);
    }

    private static byte[] Text(ServiceGraph graph)
    {
        int[] byId = [.. Enumerable.Range(0, graph.Services.Count).OrderBy(i => graph.Services[i].Id.Value, StringComparer.Ordinal)];
        int[] place = new int[byId.Length];
        for (int i = 0; i < byId.Length; i++) place[byId[i]] = i;

        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteStartArray("services");
            foreach (int i in byId) Write(json, graph.Services[i]);
            json.WriteEndArray();
            json.WriteStartArray("dependencies");
            foreach (var d in graph.Dependencies.OrderBy(d => (place[d.Source], place[d.Target]))) Write(json, d, place);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, GraphService service)
    {
        json.WriteStartArray();
        json.WriteStringValue(service.Id.Value);
        if (service.Type != ServiceType.Internal || service.PublishedSla is not null) json.WriteStringValue(Term<ServiceType>.Name(service.Type));
        if (service.PublishedSla is { } sla) json.WriteNumberValue(sla);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, GraphDependency d, int[] place)
    {
        json.WriteStartArray();
        json.WriteNumberValue(place[d.Source]);
        json.WriteNumberValue(place[d.Target]);
        json.WriteNumberValue((int)d.Mode);
        json.WriteNumberValue((int)d.Criticality);
        if (d.RedundancyGroup is not null || d.NewSince is not null) json.WriteStringValue(d.RedundancyGroup);
        if (d.NewSince is { } since) json.WriteStringValue(since.UtcDateTime);
        json.WriteEndArray();
    }

    private static GraphService Service(JsonElement row)
    {
        int length = row.GetArrayLength();
        return new GraphService(
            ServiceId.Of(row[0].GetString()!),
            length > 1 && Term<ServiceType>.TryParse(row[1].GetString(), out var type) ? type : ServiceType.Internal,
            length > 2 ? row[2].GetDouble() : null);
    }

    private static GraphDependency Dependency(JsonElement row)
    {
        int length = row.GetArrayLength();
        return new GraphDependency(
            row[0].GetInt32(),
            row[1].GetInt32(),
            (CommunicationMode)row[2].GetInt32(),
            (DependencyCriticality)row[3].GetInt32(),
            length > 4 ? row[4].GetString() : null,
            length > 5 ? row[5].GetDateTimeOffset() : null);
    }

    private static byte[] Compress(byte[] text)
    {
        var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest)) gzip.Write(text);
        return buffer.ToArray();
    }
}

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using SloFunctions.Application.Prediction;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Reliability;

/// <summary>Fleet evidence as bytes: the same evidence gives the same hash.</summary>
/// <param name="Hash">SHA-256 of the text before compression.</param>
/// <param name="Bytes">Compressed JSON.</param>
public sealed record FleetEvidenceContent(byte[] Hash, byte[] Bytes)
{
    /// <summary>Writes evidence.</summary>
    public static FleetEvidenceContent Of(FleetEvidence evidence)
    {
        byte[] text = JsonSerializer.SerializeToUtf8Bytes(
            new Text(
                evidence.Window.Start,
                evidence.Window.End,
                [.. evidence.Counts.OrderBy(c => c.Key.Value, StringComparer.Ordinal).Select(c => new Count(c.Key.Value, c.Value.Good, c.Value.Total))],
                [.. evidence.Targets.OrderBy(t => t.Key.Value, StringComparer.Ordinal).Select(t => new Target(t.Key.Value, t.Value))],
                FleetPriorContent.Of(evidence.Prior)),
            PublishedJson.Options);
        var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest)) gzip.Write(text);
        return new FleetEvidenceContent(SHA256.HashData(text), buffer.ToArray());
    }

    /// <summary>Reads evidence.</summary>
    /// <param name="bytes">What <see cref="Bytes"/> held.</param>
    public static FleetEvidence Read(byte[] bytes)
    {
        using var stream = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        var text = JsonSerializer.Deserialize<Text>(stream, PublishedJson.Options)!;
        return new FleetEvidence(
            new TimeWindow(text.Start, text.End),
            text.Counts.ToDictionary(c => ServiceId.Of(c.Service), c => new SliCounts(c.Good, c.Total)),
            text.Targets.ToDictionary(t => ServiceId.Of(t.Service), t => t.Availability),
            text.Prior.ToPrior());
    }

    private sealed record Text(DateTimeOffset Start, DateTimeOffset End, Count[] Counts, Target[] Targets, FleetPriorContent Prior);

    private sealed record Count(string Service, long Good, long Total);

    private sealed record Target(string Service, double Availability);
}

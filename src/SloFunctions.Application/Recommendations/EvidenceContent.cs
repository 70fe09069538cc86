using System.IO.Compression;
using System.Text.Json;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Recommendations;

/// <summary>The evidence of a recommendation as bytes: compressed JSON with a row an hour.</summary>
public static class EvidenceContent
{
    /// <summary>Writes evidence.</summary>
    public static byte[] Write(RecommendationEvidence evidence)
    {
        var layouts = new HistoryLayouts();
        var text = new Text(
            evidence.EngineVersion,
            evidence.RecommendationId,
            evidence.AvailabilityId,
            evidence.LatencyId,
            evidence.Service.Value,
            Term<RecommendationMethod>.Name(evidence.Method),
            evidence.LookbackDays,
            evidence.GeneratedAt,
            evidence.ExpiresAt,
            Term<Archetype>.Name(evidence.Profile.Archetype),
            evidence.Profile.MeasuredSince,
            evidence.History.Window.Start,
            evidence.History.Window.End,
            evidence.SnapshotId,
            evidence.FleetEvidenceId,
            [.. evidence.History.Hours.Select((hour, i) => HourRow.Of(i, hour, evidence.History.Defects[i], layouts)).OfType<HourRow>()],
            layouts.All,
            evidence.Journey);
        var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest)) JsonSerializer.Serialize(gzip, text, PublishedJson.Options);
        return buffer.ToArray();
    }

    /// <summary>Reads evidence.</summary>
    /// <param name="bytes">What <see cref="Write"/> gave.</param>
    public static RecommendationEvidence Read(byte[] bytes)
    {
        using var stream = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        var text = JsonSerializer.Deserialize<Text>(stream, PublishedJson.Options)!;
        var window = new TimeWindow(text.WindowStart, text.WindowEnd);
        return new RecommendationEvidence(
            text.EngineVersion,
            text.RecommendationId,
            text.AvailabilityId,
            text.LatencyId,
            ServiceId.Of(text.Service),
            Term<RecommendationMethod>.Of(text.Method),
            text.LookbackDays,
            text.GeneratedAt,
            text.ExpiresAt,
            new ServiceProfile(Term<Archetype>.Of(text.Archetype), text.MeasuredSince),
            new SliHistory(window, text.Hours.Select(h => h.ToSli(window.Start, text.Layouts))),
            text.SnapshotId,
            text.FleetEvidenceId)
        {
            Journey = text.Journey,
        };
    }

    private sealed record Text(
        int EngineVersion,
        Guid RecommendationId,
        Guid AvailabilityId,
        Guid LatencyId,
        string Service,
        string Method,
        int LookbackDays,
        DateTimeOffset GeneratedAt,
        DateTimeOffset ExpiresAt,
        string Archetype,
        DateTimeOffset? MeasuredSince,
        DateTimeOffset WindowStart,
        DateTimeOffset WindowEnd,
        Guid? SnapshotId,
        Guid FleetEvidenceId,
        HourRow[] Hours,
        IReadOnlyList<double[]> Layouts,
        JourneyEvidence? Journey);
}

using System.Text;
using System.Text.Json;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Graph;

/// <summary>An event or a large submission that cannot be taken in, kept for people to look at. All texts can be stored as they are and are of bounded length.</summary>
/// <param name="DeliveryKey">The same for every delivery of the event, at most 255 characters.</param>
/// <param name="Reason">The code of the error, in kebab-case.</param>
/// <param name="Errors">The fields at fault; those of a graph submission are relative to the event's data.</param>
/// <param name="EventId">The event's id; null for a submission and where it could not be read, like the texts that follow.</param>
/// <param name="EventSource">Who published it.</param>
/// <param name="EventType">Its type.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="ReceivedAt">When it arrived, UTC.</param>
/// <param name="Payload">The event's text, or its beginning when it is longer than <see cref="MaxPayloadBytes"/>; of a submission, which is kept elsewhere, what tells it from others.</param>
/// <param name="PayloadBytes">The length of the whole text in bytes of UTF-8.</param>
public sealed record GraphEventDeadLetter(
    string DeliveryKey,
    string Reason,
    IReadOnlyList<FieldError> Errors,
    string? EventId,
    string? EventSource,
    string? EventType,
    string? Subject,
    DateTimeOffset ReceivedAt,
    string Payload,
    int PayloadBytes)
{
    /// <summary>How much of an event is kept, in bytes of UTF-8.</summary>
    public const int MaxPayloadBytes = 64 * 1024;

    /// <summary>How much of an attribute or of a field error's texts is kept, in bytes of UTF-8.</summary>
    public const int MaxTextBytes = 1024;

    internal static GraphEventDeadLetter Of(
        CloudEventEnvelope graphEvent, ReadOnlyMemory<byte> json, Error error, DateTimeOffset receivedAt) => new(
        EventDeliveryKey.Of(graphEvent, json.Span),
        error.Code,
        [.. error.Fields.Select(f => new FieldError(Kept(f.Field, MaxTextBytes), Kept(f.Message, MaxTextBytes)))],
        Kept(graphEvent.Id),
        Kept(graphEvent.Source),
        Kept(graphEvent.Type),
        Kept(graphEvent.Subject),
        receivedAt,
        Kept(Encoding.UTF8.GetString(json.Span[..Math.Min(json.Length, MaxPayloadBytes)]), MaxPayloadBytes),
        json.Length);

    internal static GraphEventDeadLetter Of(GraphSubmissionProgress submission, string reason, string message, DateTimeOffset receivedAt)
    {
        string payload = JsonSerializer.Serialize(
            new
            {
                IngestionId = submission.Id,
                Source = Term<DiscoverySource>.Name(submission.Source),
                submission.SubmittedBy,
                submission.ReceivedAt,
                submission.Nodes,
                submission.Edges,
            },
            PublishedJson.Options);
        return new GraphEventDeadLetter(
            IngestGraph.DeliveryKey(submission.Id),
            reason,
            [new FieldError("body", Kept(message, MaxTextBytes))],
            null,
            null,
            null,
            null,
            receivedAt,
            Kept(payload, MaxPayloadBytes),
            Encoding.UTF8.GetByteCount(payload));
    }

    private static string? Kept(string? text) => text is null ? null : Kept(text, MaxTextBytes);

    // The database stores neither U+0000 nor halves of surrogate pairs.
    private static string Kept(string text, int maxBytes)
    {
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var storable = rune.Value == 0 ? Rune.ReplacementChar : rune;
            maxBytes -= storable.Utf8SequenceLength;
            if (maxBytes < 0) break;
            kept.Append(storable.ToString());
        }

        return kept.ToString();
    }
}

using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Graph;

/// <summary>Takes the graph submission out of an event, or says why there is none. The submission itself is checked when it is ingested.</summary>
internal static class GraphEventValidation
{
    /// <summary>The one type of event that is understood.</summary>
    public const string EventType = "Slo.Graph.DependenciesUpdated";

    private const string SpecVersion = "1.0";

    /// <summary>The body of the submission; the event's time stands in for a missing timestamp.</summary>
    public static Result<GraphBody> Check(CloudEventEnvelope graphEvent)
    {
        if (Complaint(graphEvent) is { } complaint) return complaint;
        if (!JsonText.Read<GraphBody>(graphEvent.Data!.Value.Span).TryGet(out var body, out var error)) return error;
        if (body is null) return NoData();
        return body.Timestamp is null ? body with { Timestamp = graphEvent.Time } : body;
    }

    /// <summary>That an event cannot be taken in although nothing is wrong with what it says.</summary>
    public static Error Poisoned(Exception failure, int attempts) => new(
        ErrorKind.Conflict,
        "keeps-failing",
        "Keeps Failing",
        $"{attempts} deliveries failed.",
        [new FieldError("data", $"{attempts} deliveries failed, the last with {failure.GetType().Name}: {failure.Message}")]);

    private static Error? Complaint(CloudEventEnvelope e)
    {
        if (e.SpecVersion != SpecVersion) return NoCloudEvent("specversion", $"{SpecVersion} is expected.");
        if (e.Id is null) return NoCloudEvent("id", "A text is required.");
        if (e.Source is null) return NoCloudEvent("source", "A text is required.");
        if (e.Type != EventType) return Refusal("unknown-event-type", "Unknown Event Type", "type", $"{EventType} is expected.");
        if (e.Data is not { } data) return NoData();
        return data.Length > GraphLimits.EventDataBytes ? TooLarge() : null;
    }

    private static Error NoCloudEvent(string field, string message) => Refusal("no-cloud-event", "No CloudEvent", field, message);

    private static Error NoData() => Refusal("no-data", "No Data", "data", "A graph submission is required.");

    private static Error TooLarge() => Refusal(
        "data-too-large", "Data Too Large", "data", $"At most {GraphLimits.EventDataBytes} bytes are accepted.");

    private static Error Refusal(string code, string title, string field, string message) =>
        new(ErrorKind.Invalid, code, title, $"{field}: {message}", [new FieldError(field, message)]);
}

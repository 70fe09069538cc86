using SloFunctions.Application.Failures;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Graph;

/// <summary>Takes in graph submissions that arrive as CloudEvents, each any number of times and in any company.</summary>
public sealed class ReceiveGraphEvents(IngestGraph ingest, IDeadLetterStore deadLetters, TimeProvider clock)
{
    // Each further event would wait for its own timeout, and all of them are delivered again anyway.
    private const int GiveUpAfter = 3;

    /// <summary>Ingests each event on its own; one that is at fault is kept as a dead letter and is done with.</summary>
    /// <param name="events">The events' JSON texts in UTF-8.</param>
    /// <param name="cancellation">Ends the call early; what is ingested by then stays.</param>
    /// <exception cref="AggregateException">
    /// Some were neither ingested nor refused, for want of the database say. All may be delivered again: what was done already is not done twice.
    /// </exception>
    public async Task<GraphEventReport> HandleAsync(IReadOnlyList<ReadOnlyMemory<byte>> events, CancellationToken cancellation)
    {
        int ingested = 0, unavailableInARow = 0;
        var refused = new List<GraphEventDeadLetter>();
        var failures = new List<Exception>();
        for (int i = 0; i < events.Count && unavailableInARow < GiveUpAfter; i++)
        {
            try
            {
                if (await RefusalAsync(events[i], cancellation) is { } letter) refused.Add(letter);
                else ingested++;
                unavailableInARow = 0;
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                failures.Add(failure);
                unavailableInARow = failure is DependencyUnavailableException ? unavailableInARow + 1 : 0;
            }
        }

        return failures.Count == 0
            ? new GraphEventReport(ingested, refused)
            : throw new AggregateException($"Of {events.Count} events {ingested} were ingested and {refused.Count} refused.", failures);
    }

    /// <summary>Ingests an event, or refuses it.</summary>
    /// <returns>The dead letter, or null when the event was ingested.</returns>
    private async Task<GraphEventDeadLetter?> RefusalAsync(ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        var graphEvent = CloudEventEnvelope.Read(json);
        if (await ErrorAsync(graphEvent, json, cancellation) is not { } error) return null;
        var letter = GraphEventDeadLetter.Of(graphEvent, json, error, clock.GetUtcNow());
        await deadLetters.AddAsync(letter, cancellation);
        return letter;
    }

    private async Task<Error?> ErrorAsync(CloudEventEnvelope graphEvent, ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        if (!GraphEventValidation.Check(graphEvent).TryGet(out var body, out var error)) return error;
        return (await ingest.HandleAsync(body, EventDeliveryKey.Of(graphEvent, json.Span), cancellation)).Error;
    }
}

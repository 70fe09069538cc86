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
        int ingested = 0, conflicts = 0, unavailableInARow = 0;
        var refused = new List<GraphEventDeadLetter>();
        var failures = new List<Exception>();
        for (int i = 0; i < events.Count && unavailableInARow < GiveUpAfter; i++)
        {
            try
            {
                var graphEvent = CloudEventEnvelope.Read(events[i]);
                if ((await IngestAsync(graphEvent, events[i], cancellation)).TryGet(out var receipt, out var error))
                {
                    ingested++;
                    conflicts += receipt.ConflictsTotal;
                }
                else
                {
                    refused.Add(await RefuseAsync(graphEvent, events[i], error, cancellation));
                }

                unavailableInARow = 0;
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                failures.Add(failure);
                unavailableInARow = failure is DependencyUnavailableException ? unavailableInARow + 1 : 0;
            }
        }

        return failures.Count == 0
            ? new GraphEventReport(ingested, conflicts, refused)
            : throw new AggregateException($"Of {events.Count} events {ingested} were ingested and {refused.Count} refused.", failures);
    }

    private async Task<GraphEventDeadLetter> RefuseAsync(
        CloudEventEnvelope graphEvent, ReadOnlyMemory<byte> json, Error error, CancellationToken cancellation)
    {
        var letter = GraphEventDeadLetter.Of(graphEvent, json, error, clock.GetUtcNow());
        await deadLetters.AddAsync(letter, cancellation);
        return letter;
    }

    private async Task<Result<IngestionReceipt>> IngestAsync(CloudEventEnvelope graphEvent, ReadOnlyMemory<byte> json, CancellationToken cancellation) =>
        GraphEventValidation.Check(graphEvent).TryGet(out var body, out var error)
            ? await ingest.HandleAsync(body, EventDeliveryKey.Of(graphEvent, json.Span), cancellation)
            : error;
}

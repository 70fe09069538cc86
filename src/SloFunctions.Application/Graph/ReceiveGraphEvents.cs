using SloFunctions.Application.Failures;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Graph;

/// <summary>Takes in graph submissions that arrive as CloudEvents, each any number of times and in any company.</summary>
public sealed class ReceiveGraphEvents(IngestGraph ingest, GraphDeadLetters deadLetters)
{
    // Each further event would wait for its own timeout, and all of them are delivered again anyway.
    private const int GiveUpAfter = 3;

    /// <summary>Ingests each event on its own; one that is at fault, or has failed often and long enough, is kept as a dead letter and is done with.</summary>
    /// <param name="events">The events' JSON texts in UTF-8.</param>
    /// <param name="cancellation">Ends the call early; what is ingested by then stays.</param>
    /// <exception cref="AggregateException">
    /// Some were neither ingested nor done with, for want of the database say. All may be delivered again: what was done already is not done twice.
    /// </exception>
    public async Task<GraphEventReport> HandleAsync(IReadOnlyList<ReadOnlyMemory<byte>> events, CancellationToken cancellation)
    {
        int ingested = 0, conflicts = 0, unavailableInARow = 0;
        var refused = new List<GraphEventDeadLetter>();
        var failures = new List<Exception>();
        for (int i = 0; i < events.Count && unavailableInARow < GiveUpAfter; i++)
        {
            var graphEvent = CloudEventEnvelope.Read(events[i]);
            try
            {
                if ((await IngestAsync(graphEvent, events[i], cancellation)).TryGet(out var receipt, out var error))
                {
                    ingested++;
                    conflicts += receipt.ConflictsTotal;
                }
                else
                {
                    refused.Add(await deadLetters.RefuseAsync(graphEvent, events[i], error, cancellation));
                }

                unavailableInARow = 0;
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                if (await TryGiveUpAsync(graphEvent, events[i], failure, cancellation) is { } letter) refused.Add(letter);
                else failures.Add(failure);
                unavailableInARow = failure is DependencyUnavailableException ? unavailableInARow + 1 : 0;
            }
        }

        return failures.Count == 0
            ? new GraphEventReport(ingested, conflicts, refused)
            : throw new AggregateException($"Of {events.Count} events {ingested} were ingested and {refused.Count} refused.", failures);
    }

    private async Task<GraphEventDeadLetter?> TryGiveUpAsync(
        CloudEventEnvelope graphEvent, ReadOnlyMemory<byte> json, Exception failure, CancellationToken cancellation)
    {
        try
        {
            return await deadLetters.GiveUpAsync(graphEvent, json, failure, cancellation);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // It is delivered again for the failure that came first.
            return null;
        }
    }

    private async Task<Result<IngestionReceipt>> IngestAsync(CloudEventEnvelope graphEvent, ReadOnlyMemory<byte> json, CancellationToken cancellation) =>
        GraphEventValidation.Check(graphEvent).TryGet(out var body, out var error)
            ? await ingest.HandleAsync(body, EventDeliveryKey.Of(graphEvent, json.Span), cancellation)
            : error;
}

using SloFunctions.Application.Failures;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Graph;

/// <summary>Decides which events are done with although they were not taken in, and keeps those.</summary>
public sealed class GraphDeadLetters(IDeadLetterStore store, GraphPolicy policy, GraphInstruments instruments, TimeProvider clock)
{
    /// <summary>Keeps an event that is at fault.</summary>
    internal async Task<GraphEventDeadLetter> RefuseAsync(CloudEventEnvelope graphEvent, ReadOnlyMemory<byte> json, Error error, CancellationToken cancellation)
    {
        var letter = GraphEventDeadLetter.Of(graphEvent, json, error, clock.GetUtcNow());
        await store.AddAsync(letter, cancellation);
        instruments.CountDeadLetter(letter.Reason);
        return letter;
    }

    /// <summary>Keeps an event that has failed often and for long enough, and would fail with every further delivery.</summary>
    /// <returns>Null when it may be delivered again.</returns>
    internal async Task<GraphEventDeadLetter?> GiveUpAsync(
        CloudEventEnvelope graphEvent, ReadOnlyMemory<byte> json, Exception failure, CancellationToken cancellation)
    {
        if (IsOutage(failure)) return null;
        var now = clock.GetUtcNow();
        var failed = await store.CountFailureAsync(EventDeliveryKey.Of(graphEvent, json.Span), now, cancellation);
        if (failed.Attempts < policy.PoisonAttempts || now - failed.Since < policy.PoisonTime) return null;
        return await RefuseAsync(graphEvent, json, GraphEventValidation.Poisoned(failure, failed.Attempts), cancellation);
    }

    // However often an event meets with one of these, it is not the event's fault.
    private static bool IsOutage(Exception failure) => failure is DependencyUnavailableException or OverloadedException or OperationCanceledException or TimeoutException;
}

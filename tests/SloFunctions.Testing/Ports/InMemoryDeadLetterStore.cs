using SloFunctions.Application.Graph;

namespace SloFunctions.Testing.Ports;

/// <summary>Keeps dead letters in memory, one for each delivery key.</summary>
public sealed class InMemoryDeadLetterStore : IDeadLetterStore
{
    private readonly List<GraphEventDeadLetter> letters = [];

    private readonly Dictionary<string, FailedDelivery> failures = new(StringComparer.Ordinal);

    /// <summary>The letters, oldest first.</summary>
    public IReadOnlyList<GraphEventDeadLetter> Letters => letters;

    /// <inheritdoc/>
    public Task AddAsync(GraphEventDeadLetter letter, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (letters.TrueForAll(l => l.DeliveryKey != letter.DeliveryKey)) letters.Add(letter);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<FailedDelivery> CountFailureAsync(string deliveryKey, DateTimeOffset now, CancellationToken cancellation)
    {
        var before = failures.GetValueOrDefault(deliveryKey) ?? new FailedDelivery(0, now);
        return Task.FromResult(failures[deliveryKey] = before with { Attempts = before.Attempts + 1 });
    }
}

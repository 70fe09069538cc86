using SloFunctions.Application.Graph;

namespace SloFunctions.Testing.Ports;

/// <summary>Keeps dead letters in memory, one for each delivery key.</summary>
public sealed class InMemoryDeadLetterStore : IDeadLetterStore
{
    private readonly List<GraphEventDeadLetter> letters = [];

    /// <summary>The letters, oldest first.</summary>
    public IReadOnlyList<GraphEventDeadLetter> Letters => letters;

    /// <inheritdoc/>
    public Task AddAsync(GraphEventDeadLetter letter, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (letters.TrueForAll(l => l.DeliveryKey != letter.DeliveryKey)) letters.Add(letter);
        return Task.CompletedTask;
    }
}

using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Testing.Ports;

/// <summary>Indicators in memory, computed from given sums.</summary>
public sealed class InMemoryAggregateStore : IAggregateStore
{
    private readonly List<TimeWindow> sumsRead = [];
    private readonly Dictionary<(string Window, DateTimeOffset End), IReadOnlyList<SliAggregate>> stored = [];
    private DateTimeOffset? through;

    /// <summary>What every window holds.</summary>
    public IReadOnlyList<WindowSums> Sums { get; set; } = [];

    /// <summary>The windows summed, oldest first.</summary>
    public IReadOnlyList<TimeWindow> SumsRead => sumsRead;

    /// <summary>What was stored, by window and end.</summary>
    public IReadOnlyDictionary<(string Window, DateTimeOffset End), IReadOnlyList<SliAggregate>> Stored => stored;

    /// <summary>How many sets each completion marks as stale.</summary>
    public int Marks { get; set; }

    /// <summary>The window whose storing fails; null for none.</summary>
    public string? FailsAt { get; set; }

    /// <summary>The end of the windows that are complete.</summary>
    public DateTimeOffset? Through => through;

    /// <inheritdoc/>
    public Task<DateTimeOffset?> ReadThroughAsync(CancellationToken cancellation) => Task.FromResult(through);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WindowSums>> ReadSumsAsync(TimeWindow window, CancellationToken cancellation)
    {
        sumsRead.Add(window);
        return Task.FromResult(Sums);
    }

    /// <inheritdoc/>
    public Task StoreAsync(AggregateWindow window, DateTimeOffset end, IEnumerable<SliAggregate> aggregates, CancellationToken cancellation)
    {
        if (window.Name == FailsAt) throw new InvalidOperationException("The store was told to fail.");
        stored[(window.Name, end)] = [.. aggregates];
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<int> CompleteAsync(DateTimeOffset end, CancellationToken cancellation)
    {
        if (through is not { } reached || reached < end) through = end;
        return Task.FromResult(Marks);
    }
}

using SloFunctions.Application.Telemetry;

namespace SloFunctions.Testing.Ports;

/// <summary>Notes what retention is asked to do, and has a number of recommendations to remove.</summary>
public sealed class InMemoryRetention : IRetention
{
    private readonly List<string> calls = [];

    /// <summary>What was asked for, oldest first, with times to the minute.</summary>
    public IReadOnlyList<string> Calls => calls;

    /// <summary>When it was last done.</summary>
    public DateTimeOffset? Last { get; set; }

    /// <summary>Expired recommendations that are left.</summary>
    public int Expired { get; set; }

    /// <summary>Whether dropping partitions fails.</summary>
    public bool Fails { get; set; }

    /// <inheritdoc/>
    public Task<DateTimeOffset?> ReadLastAsync(CancellationToken cancellation) => Task.FromResult(Last);

    /// <inheritdoc/>
    public Task EnsurePartitionsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation) => Note($"ensure {from:yyyy-MM-dd HH:mm} to {to:yyyy-MM-dd HH:mm}");

    /// <inheritdoc/>
    public async Task<int> DropPartitionsAsync(DateTimeOffset beforeHourly, DateTimeOffset beforeDaily, CancellationToken cancellation)
    {
        if (Fails) throw new InvalidOperationException("Retention was told to fail.");
        await Note($"drop {beforeHourly:yyyy-MM-dd} and {beforeDaily:yyyy-MM-dd}");
        return 2;
    }

    /// <inheritdoc/>
    public Task PurgeGapChecksAsync(DateTimeOffset before, CancellationToken cancellation) => Note($"gap checks {before:yyyy-MM-dd HH:mm}");

    /// <inheritdoc/>
    public async Task<int> PurgeRecommendationsAsync(DateTimeOffset before, int most, CancellationToken cancellation)
    {
        await Note($"recommendations {before:yyyy-MM-dd}");
        int removed = Math.Min(most, Expired);
        Expired -= removed;
        return removed;
    }

    /// <inheritdoc/>
    public Task PurgeFleetEvidenceAsync(DateTimeOffset before, CancellationToken cancellation) => Note($"fleet evidence {before:yyyy-MM-dd HH:mm}");

    /// <inheritdoc/>
    public Task PurgeBulkRunsAsync(DateTimeOffset before, CancellationToken cancellation) => Note($"bulk runs {before:yyyy-MM-dd}");

    /// <inheritdoc/>
    public Task CompleteAsync(DateTimeOffset at, CancellationToken cancellation)
    {
        Last = at;
        return Task.CompletedTask;
    }

    private Task Note(string call)
    {
        calls.Add(call);
        return Task.CompletedTask;
    }
}

using SloFunctions.Application.Dashboards;

namespace SloFunctions.Testing.Ports;

/// <summary>Dashboards in memory: what they would show, and what they show since they were last computed.</summary>
public sealed class InMemoryDashboards : IDashboardStore
{
    private static readonly DateTimeOffset Start = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private DashboardRows shown = new(null, [], [], []);
    private int refreshes;
    private int reads;

    /// <summary>What the next computation gives; its stamp does not matter.</summary>
    public DashboardRows Rows { get; set; } = new(null, [], [], []);

    /// <summary>The outcome of every attempt; null lets it succeed.</summary>
    public RefreshOutcome? Outcome { get; set; }

    /// <summary>How often they were computed.</summary>
    public int Refreshes => refreshes;

    /// <summary>How often all rows were read.</summary>
    public int Reads => reads;

    /// <summary>Reading and computing wait for it.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <inheritdoc/>
    public Task<DashboardStamp?> ReadStampAsync(CancellationToken cancellation) => Task.FromResult(shown.Stamp);

    /// <inheritdoc/>
    public async Task<DashboardRows> ReadAsync(CancellationToken cancellation)
    {
        await Gate.WaitAsync(cancellation);
        Interlocked.Increment(ref reads);
        return shown;
    }

    /// <inheritdoc/>
    public async Task<RefreshOutcome> RefreshAsync(bool onlyFirst, CancellationToken cancellation)
    {
        await Gate.WaitAsync(cancellation);
        if (Outcome is { } outcome) return outcome;
        if (onlyFirst && shown.Stamp is not null) return RefreshOutcome.LeftToOthers;
        shown = Rows with { Stamp = new DashboardStamp(Start.AddHours(Interlocked.Increment(ref refreshes)), Start) };
        return RefreshOutcome.Refreshed;
    }
}

namespace SloFunctions.Application.Dashboards;

/// <summary>Keeps the dashboards in memory until they are computed anew, and has them computed where they never were.</summary>
public sealed class DashboardCache(IDashboardStore store, TimeProvider clock)
{
    // Shared by all who wait, so that none of them may cancel it for the others.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(25);

    private readonly Lock gate = new();
    private Task<KeptDashboards>? reading;
    private KeptDashboards? kept;

    /// <summary>The dashboards as they were last computed; empty while that has not succeeded once.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    internal async Task<KeptDashboards> ReadAsync(CancellationToken cancellation)
    {
        var stamp = await store.ReadStampAsync(cancellation);
        var known = Volatile.Read(ref kept);
        return known is not null && known.Rows.Stamp == stamp ? known : await Shared().WaitAsync(cancellation);
    }

    private Task<KeptDashboards> Shared()
    {
        lock (gate)
        {
            if (reading is null || reading.IsCompleted) reading = Task.Run(LoadAsync, CancellationToken.None);
            return reading;
        }
    }

    private async Task<KeptDashboards> LoadAsync()
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        if (await store.ReadStampAsync(limit.Token) is null) await store.RefreshAsync(onlyFirst: true, limit.Token);
        var read = new KeptDashboards(await store.ReadAsync(limit.Token));
        // What was never computed is not kept: the next who asks tries again.
        if (read.Rows.Stamp is not null) Volatile.Write(ref kept, read);
        return read;
    }
}

namespace SloFunctions.Application.Drift;

/// <summary>Divides the services that are due into parts of two batches each.</summary>
public sealed class PlanDriftSweep(IDriftStore store, DriftRunPolicy policy)
{
    // Hashes are uneven: with a fifth of the room to spare, hardly a part needs a third query.
    private const double Filled = 0.8;

    private const int Batches = 2;

    /// <summary>Plans a sweep.</summary>
    /// <param name="now">When it began.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    public async Task<DriftSweepPlan> HandleAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var (critical, others) = await store.CountDueAsync(policy.DueBefore(now), cancellation);
        return new DriftSweepPlan(now, now + policy.RunTime, Parts(critical), Parts(others), policy.Parallelism);
    }

    private int Parts(int services) => (int)Math.Ceiling(services / (Batches * Filled * policy.BatchSize));
}

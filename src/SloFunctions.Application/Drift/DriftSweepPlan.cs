namespace SloFunctions.Application.Drift;

/// <summary>How a sweep is divided.</summary>
/// <param name="Sweep">When it began.</param>
/// <param name="Until">When to leave the rest to the next sweep.</param>
/// <param name="Critical">Parts of the critical services.</param>
/// <param name="Others">Parts of the others.</param>
/// <param name="Parallelism">Parts looked at side by side.</param>
public sealed record DriftSweepPlan(DateTimeOffset Sweep, DateTimeOffset Until, int Critical, int Others, int Parallelism)
{
    /// <summary>The parts, in order: where time is short, critical services come first.</summary>
    public IReadOnlyList<DriftPartition> Partitions() => [.. Of(isCritical: true, Critical), .. Of(isCritical: false, Others)];

    private IEnumerable<DriftPartition> Of(bool isCritical, int count) =>
        Enumerable.Range(0, count).Select(i => new DriftPartition(Sweep, Until, isCritical, i, count));
}

using Microsoft.Extensions.Logging;
using SloFunctions.Application.Failures;
using SloFunctions.Application.Observability;

namespace SloFunctions.Application.Drift;

/// <summary>Looks for drift in a part of the services that are due, batch after batch. Repeated within a sweep, it judges the same services by the same points.</summary>
public sealed partial class JudgePartition(
    IDriftStore store, JudgeServices judge, DriftRunPolicy policy, DriftInstruments instruments, TimeProvider clock, ILogger<JudgePartition> logger)
{
    /// <summary>Judges them.</summary>
    /// <exception cref="DependencyUnavailableException">The database does not tell which services are due.</exception>
    public async Task<PartitionReport> HandleAsync(DriftPartition partition, CancellationToken cancellation)
    {
        using var span = Tracing.Begin(nameof(JudgePartition));
        var due = await store.ListDueAsync(partition, policy.DueBefore(partition.Sweep), cancellation);
        var (seen, failed, drifts) = (0, 0, 0);
        // Batches of one size: the last one costs its queries as well.
        int batches = Math.Max(1, (int)Math.Ceiling(due.Count / (double)policy.BatchSize));
        foreach (var batch in due.Chunk(Math.Max(1, (int)Math.Ceiling(due.Count / (double)batches))))
        {
            if (clock.GetUtcNow() >= partition.Until) break;
            var (broken, confirmed) = await JudgeAsync(batch, partition.Sweep, cancellation);
            instruments.RecordServices(batch.Length - broken, failed: false);
            if (broken > 0) instruments.RecordServices(broken, failed: true);
            (seen, failed, drifts) = (seen + batch.Length, failed + broken, drifts + confirmed);
        }

        return new PartitionReport(seen - failed, failed, due.Count - seen, drifts);
    }

    // A batch that cannot be read is looked at in the next sweep; the others go on.
    private async Task<(int Failed, int Drifts)> JudgeAsync(DriftSubject[] batch, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            return await judge.HandleAsync(batch, now, cancellation);
        }
        catch (DependencyUnavailableException failure)
        {
            LogBatchFailed(failure, batch.Length, failure.Dependency);
            return (batch.Length, 0);
        }
    }

    [LoggerMessage(5504, LogLevel.Warning, "Drift could not be looked for in {Count} services: {Dependency} does not answer; the next run tries again")]
    private partial void LogBatchFailed(Exception failure, int count, string dependency);
}

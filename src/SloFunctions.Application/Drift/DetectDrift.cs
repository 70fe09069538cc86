using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Failures;
using SloFunctions.Application.Observability;

namespace SloFunctions.Application.Drift;

/// <summary>
/// Looks for drift in all services that are due, learns baselines and computes recommendations of drifted services anew. Nothing is
/// carried from run to run but what the database holds, so that a run may be repeated, or end in the middle.
/// </summary>
public sealed partial class DetectDrift(
    IDriftTurn turn,
    IDriftStore store,
    JudgeServices judge,
    LearnBaselines learning,
    ReevaluateServices reevaluation,
    DriftRunPolicy policy,
    DriftInstruments instruments,
    TimeProvider clock,
    ILogger<DetectDrift> logger)
{
    // Timers do not fire to the second.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    /// <summary>Runs once.</summary>
    /// <returns>What was done; null when another instance is about it.</returns>
    /// <exception cref="DependencyUnavailableException">The database does not answer.</exception>
    public async Task<DriftReport?> HandleAsync(CancellationToken cancellation)
    {
        using var span = Tracing.Begin(nameof(DetectDrift));
        DriftReport? report = null;
        await turn.TryRunAsync(async () => report = await RunAsync(cancellation), cancellation);
        return report;
    }

    private async Task<DriftReport> RunAsync(CancellationToken cancellation)
    {
        long began = clock.GetTimestamp();
        var now = clock.GetUtcNow();
        var until = now + policy.RunTime;
        var (evaluated, failed, left, drifts) = await JudgeAsync(now, until, cancellation);
        int learnt = await LearnAsync(until, cancellation);
        var reevaluated = await reevaluation.HandleAsync(until, cancellation);
        instruments.RecordRun(clock.GetElapsedTime(began));
        return new DriftReport(evaluated, failed, left, drifts, learnt, reevaluated);
    }

    private async Task<(int Evaluated, int Failed, int Left, int Drifts)> JudgeAsync(DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        var due = await store.ListDueAsync(now - policy.Cadence + Slack, cancellation);
        var done = new ConcurrentBag<(int Services, int Failed, int Drifts)>();
        var degree = new ParallelOptions { MaxDegreeOfParallelism = policy.Parallelism, CancellationToken = cancellation };
        await Parallel.ForEachAsync(due.Chunk(policy.BatchSize), degree, async (batch, token) =>
        {
            if (clock.GetUtcNow() >= until) return;
            var (failed, drifts) = await JudgeAsync(batch, now, token);
            instruments.RecordServices(batch.Length - failed, failed: false);
            if (failed > 0) instruments.RecordServices(failed, failed: true);
            done.Add((batch.Length, failed, drifts));
        });
        int seen = done.Sum(d => d.Services), broken = done.Sum(d => d.Failed);
        return (seen - broken, broken, due.Count - seen, done.Sum(d => d.Drifts));
    }

    // A batch that cannot be read is looked at in the next run; the others go on.
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

    private async Task<int> LearnAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        try
        {
            return await learning.HandleAsync(until, cancellation);
        }
        catch (DependencyUnavailableException failure)
        {
            LogNotLearnt(failure, failure.Dependency);
            return 0;
        }
    }

    [LoggerMessage(5504, LogLevel.Warning, "Drift could not be looked for in {Count} services: {Dependency} does not answer; the next run tries again")]
    private partial void LogBatchFailed(Exception failure, int count, string dependency);

    [LoggerMessage(5505, LogLevel.Warning, "No baselines were learnt: {Dependency} does not answer")]
    private partial void LogNotLearnt(Exception failure, string dependency);
}

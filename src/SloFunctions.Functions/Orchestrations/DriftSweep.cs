using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using SloFunctions.Application.Drift;

namespace SloFunctions.Functions.Orchestrations;

/// <summary>
/// Looks for drift in all services that are due, a few parts of them at a time, learns baselines and computes recommendations of drifted
/// services anew. A part that fails costs itself only.
/// </summary>
public static class DriftSweep
{
    /// <summary>The one id that it has.</summary>
    public const string InstanceId = "drift-sweep";

    private static readonly PartitionReport Nothing = new(0, 0, 0, 0);

    /// <summary>Runs once.</summary>
    [Function(nameof(DriftSweep))]
    public static async Task<DriftReport> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var began = new DateTimeOffset(context.CurrentUtcDateTime, TimeSpan.Zero);
        try
        {
            var plan = await context.CallActivityAsync<DriftSweepPlan>(nameof(PlanDriftSweep), began, Retries.Few);
            var parts = await JudgeAsync(context, plan);
            int learnt = await TryAsync(context, nameof(LearnBaselines), plan.Until, 0);
            var reevaluated = await context.CallActivityAsync<ReevaluationReport>(nameof(ReevaluateServices), plan.Until, Retries.Few);
            var report = new DriftReport(
                parts.Sum(p => p.Evaluated), parts.Sum(p => p.Failed), parts.Sum(p => p.Left), parts.Sum(p => p.Drifts), learnt, reevaluated);
            await context.CallActivityAsync(nameof(CompleteDriftSweep), new DriftSweepEnd(began, report), Retries.Few);
            return report;
        }
        catch (TaskFailedException failure)
        {
            context.CreateReplaySafeLogger(nameof(DriftSweep)).LogEnded(nameof(DriftSweep), failure.TaskName, failure.FailureDetails.ErrorMessage);
            throw;
        }
    }

    private static async Task<IReadOnlyList<PartitionReport>> JudgeAsync(TaskOrchestrationContext context, DriftSweepPlan plan)
    {
        var (reports, running) = (new List<PartitionReport>(), new List<Task<PartitionReport>>());
        foreach (var partition in plan.Partitions())
        {
            if (running.Count == plan.Parallelism)
            {
                var done = await Task.WhenAny(running);
                running.Remove(done);
                reports.Add(await done);
            }

            running.Add(TryAsync(context, nameof(JudgePartition), partition, Nothing));
        }

        reports.AddRange(await Task.WhenAll(running));
        return reports;
    }

    private static async Task<T> TryAsync<T>(TaskOrchestrationContext context, string activity, object input, T otherwise)
    {
        try
        {
            return await context.CallActivityAsync<T>(activity, input, Retries.Few);
        }
        catch (TaskFailedException failure)
        {
            context.CreateReplaySafeLogger(nameof(DriftSweep)).LogSkipped(nameof(DriftSweep), activity, failure.FailureDetails.ErrorMessage);
            return otherwise;
        }
    }
}

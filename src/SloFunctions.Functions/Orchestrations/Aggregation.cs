using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using SloFunctions.Application.Prediction;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Functions.Orchestrations;

/// <summary>
/// Brings the stored counts and indicators up to the present, and removes expired data once a day. Every query is about all services
/// together, so that what is fanned out are days and windows, never services.
/// </summary>
public static class Aggregation
{
    /// <summary>The one id that it has.</summary>
    public const string InstanceId = "aggregation";

    // The next day is read while one is written; more would hold more days in memory at once.
    private const int DaysAtOnce = 2;

    /// <summary>Runs once.</summary>
    [Function(nameof(Aggregation))]
    public static async Task<AggregationReport> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        try
        {
            return await AggregateAsync(context, new DateTimeOffset(context.CurrentUtcDateTime, TimeSpan.Zero));
        }
        catch (TaskFailedException failure)
        {
            context.CreateReplaySafeLogger(nameof(Aggregation)).LogEnded(nameof(Aggregation), failure.TaskName, failure.FailureDetails.ErrorMessage);
            throw;
        }
    }

    private static async Task<AggregationReport> AggregateAsync(TaskOrchestrationContext context, DateTimeOffset began)
    {
        var plan = await context.CallActivityAsync<AggregationPlan>(nameof(PlanAggregation), began, Retries.Few);
        int stored = 0;
        foreach (var days in plan.Histories().Chunk(DaysAtOnce)) stored += await StoreAsync(context, days);
        if (plan.Services > 0) await context.CallActivityAsync(nameof(FinishHistories), plan, Retries.Few);
        foreach (var days in plan.CatchUp().Chunk(DaysAtOnce))
        {
            stored += await StoreAsync(context, days);
            await context.CallActivityAsync(nameof(AdvanceCounts), days[^1].To, Retries.Few);
        }

        var report = await ComputeAsync(context, began, new AggregationReport(plan.End, stored, plan.Services));
        await context.CallActivityAsync(nameof(FitFleetPrior), plan.Services > 0 ? plan.Run : (DateTimeOffset?)null, Retries.Few);
        await context.CallActivityAsync(nameof(ApplyRetention), began, Retries.Few);
        return report;
    }

    private static async Task<int> StoreAsync(TaskOrchestrationContext context, IEnumerable<DayOfHours> days) =>
        (await Task.WhenAll(days.Select(day => context.CallActivityAsync<int>(nameof(StoreDay), day, Retries.Few)))).Sum();

    private static async Task<AggregationReport> ComputeAsync(TaskOrchestrationContext context, DateTimeOffset began, AggregationReport report)
    {
        DateTimeOffset? computed = null;
        if (await context.CallActivityAsync<IndicatorPlan?>(nameof(PlanIndicators), began, Retries.Few) is { } plan)
        {
            if (plan.HasGaps)
                report = report with { HoursBackFilled = await context.CallActivityAsync<int>(nameof(BackFillGaps), plan.Through, Retries.Few) };
            // By whether there were gaps, not by what was stored of them: a repeat finds those filled.
            if (report.HoursStored > 0 || plan.HasGaps || !plan.IsComputed)
            {
                computed = plan.Through;
                await Task.WhenAll(AggregateWindow.All.Select(
                    window => context.CallActivityAsync(nameof(ComputeWindow), new WindowToCompute(window.Name, plan.Through), Retries.Few)));
            }
        }

        return await context.CallActivityAsync<AggregationReport>(nameof(CompleteAggregation), new AggregationEnd(began, report, computed), Retries.Few);
    }
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Drift;

namespace SloFunctions.Functions.Activities;

/// <summary>Ends a sweep of drift detection, and says what it did.</summary>
public sealed partial class CompleteDriftSweepActivity(CompleteDriftSweep useCase, ILogger<CompleteDriftSweepActivity> logger)
{
    /// <summary>Runs once or, after a failure, again.</summary>
    [Function(nameof(CompleteDriftSweep))]
    public Task RunAsync([ActivityTrigger] DriftSweepEnd end, CancellationToken cancellation)
    {
        double milliseconds = Math.Round(useCase.Handle(end).TotalMilliseconds);
        var report = end.Report;
        LogDone(report.Evaluated, milliseconds, report.Drifts, report.Learnt, report.Reevaluated.Done);
        if (report.Failed + report.Left > 0) LogNotAll(report.Failed, report.Left);
        return Task.CompletedTask;
    }

    [LoggerMessage(5506, LogLevel.Information, "Looked for drift in {Services} services in {Milliseconds} ms: {Drifts} drifts; {Learnt} baselines learnt, {Reevaluated} recommendations computed anew")]
    private partial void LogDone(int services, double milliseconds, int drifts, int learnt, int reevaluated);

    [LoggerMessage(5507, LogLevel.Warning, "Drift was not looked for in all services: {Failed} failed, {Left} are left to the next run for want of time")]
    private partial void LogNotAll(int failed, int left);
}

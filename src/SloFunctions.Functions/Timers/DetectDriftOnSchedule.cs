using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Drift;

namespace SloFunctions.Functions.Timers;

/// <summary>Looks for drift, every five minutes unless set otherwise: in critical services each time, in the others every fifteen minutes.</summary>
public sealed partial class DetectDriftOnSchedule(DetectDrift useCase, TimeProvider clock, ILogger<DetectDriftOnSchedule> logger)
{
    /// <summary>Runs once.</summary>
    [Function(nameof(DetectDrift))]
    public async Task RunAsync([TimerTrigger("%DRIFT_SCHEDULE%")] TimerInfo timer, CancellationToken cancellation)
    {
        long start = clock.GetTimestamp();
        if (await useCase.HandleAsync(cancellation) is not { } report)
        {
            LogLeft();
            return;
        }

        double milliseconds = Math.Round(clock.GetElapsedTime(start).TotalMilliseconds);
        LogDone(report.Evaluated, milliseconds, report.Drifts, report.Learnt, report.Reevaluated.Done);
        if (report.Failed + report.Left > 0) LogNotAll(report.Failed, report.Left);
    }

    [LoggerMessage(5506, LogLevel.Information, "Looked for drift in {Services} services in {Milliseconds} ms: {Drifts} drifts; {Learnt} baselines learnt, {Reevaluated} recommendations computed anew")]
    private partial void LogDone(int services, double milliseconds, int drifts, int learnt, int reevaluated);

    [LoggerMessage(5507, LogLevel.Warning, "Drift was not looked for in all services: {Failed} failed, {Left} are left to the next run for want of time")]
    private partial void LogNotAll(int failed, int left);

    [LoggerMessage(5508, LogLevel.Information, "Another instance is looking for drift")]
    private partial void LogLeft();
}

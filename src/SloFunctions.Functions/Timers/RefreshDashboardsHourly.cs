using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Dashboards;

namespace SloFunctions.Functions.Timers;

/// <summary>Computes the dashboards anew, ten minutes past each hour unless set otherwise: after the aggregation.</summary>
public sealed partial class RefreshDashboardsHourly(RefreshDashboards useCase, TimeProvider clock, ILogger<RefreshDashboardsHourly> logger)
{
    /// <summary>Runs once.</summary>
    [Function("RefreshDashboards")]
    public async Task RunAsync([TimerTrigger("%DASHBOARD_REFRESH_SCHEDULE%")] TimerInfo timer, CancellationToken cancellation)
    {
        long start = clock.GetTimestamp();
        var outcome = await useCase.HandleAsync(cancellation);
        double milliseconds = Math.Round(clock.GetElapsedTime(start).TotalMilliseconds);
        if (outcome == RefreshOutcome.Refreshed) LogRefreshed(milliseconds);
        else if (outcome == RefreshOutcome.LeftToOthers) LogLeft();
        else LogTimedOut(milliseconds);
    }

    [LoggerMessage(5301, LogLevel.Information, "The dashboards were computed anew in {Milliseconds} ms")]
    private partial void LogRefreshed(double milliseconds);

    [LoggerMessage(5302, LogLevel.Information, "Another instance is computing the dashboards")]
    private partial void LogLeft();

    [LoggerMessage(5303, LogLevel.Warning, "The dashboards were not computed within {Milliseconds} ms and stay as they were")]
    private partial void LogTimedOut(double milliseconds);
}

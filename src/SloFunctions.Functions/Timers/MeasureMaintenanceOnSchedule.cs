using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Failures;
using SloFunctions.Application.Maintenance;

namespace SloFunctions.Functions.Timers;

/// <summary>Measures what of the stored hours fell into planned maintenance, four times an hour unless set otherwise, the first time after the aggregation.</summary>
public sealed partial class MeasureMaintenanceOnSchedule(MeasureMaintenance useCase, ILogger<MeasureMaintenanceOnSchedule> logger)
{
    /// <summary>Runs once.</summary>
    [Function("MeasureMaintenance")]
    public async Task RunAsync([TimerTrigger("%MEASURE_MAINTENANCE_SCHEDULE%")] TimerInfo timer, CancellationToken cancellation)
    {
        try
        {
            var report = await useCase.HandleAsync(cancellation);
            if (report.Pending > 0) LogPending(report.Measured, report.Pending);
            else if (report.Measured > 0) LogMeasured(report.Measured);
        }
        catch (DependencyUnavailableException failure)
        {
            LogPutOff(failure);
        }
    }

    [LoggerMessage(5750, LogLevel.Information, "Left the requests in maintenance of {Hours} service-hours out of error budgets")]
    private partial void LogMeasured(int hours);

    [LoggerMessage(5751, LogLevel.Warning, "Left the requests in maintenance of {Hours} service-hours out of error budgets; of {Pending} the metric store knows nothing")]
    private partial void LogPending(int hours, int pending);

    [LoggerMessage(5752, LogLevel.Warning, "What fell into maintenance could not be measured and is measured next time")]
    private partial void LogPutOff(Exception failure);
}

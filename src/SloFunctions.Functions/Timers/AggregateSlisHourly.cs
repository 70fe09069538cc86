using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Functions.Timers;

/// <summary>Brings the stored hourly counts up to the present, five minutes past each hour unless set otherwise.</summary>
public sealed partial class AggregateSlisHourly(AggregateSlis useCase, ILogger<AggregateSlisHourly> logger)
{
    /// <summary>Runs once.</summary>
    [Function("AggregateSlis")]
    public async Task RunAsync([TimerTrigger("%AGGREGATION_SCHEDULE%")] TimerInfo timer, CancellationToken cancellation)
    {
        var report = await useCase.HandleAsync(cancellation);
        LogDone(report.HoursStored, report.Through, report.ServicesFilled);
    }

    [LoggerMessage(2001, LogLevel.Information, "Stored {Hours} service-hours through {Through}; history read for {Filled} new services")]
    private partial void LogDone(int hours, DateTimeOffset through, int filled);
}

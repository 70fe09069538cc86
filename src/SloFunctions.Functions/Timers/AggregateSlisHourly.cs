using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Prediction;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Functions.Timers;

/// <summary>Brings the stored counts and indicators up to the present, five minutes past each hour unless set otherwise, and removes expired data once a day.</summary>
public sealed partial class AggregateSlisHourly(
    RunAggregation aggregation, FitFleetPrior fleetPrior, ApplyRetention retention, ILogger<AggregateSlisHourly> logger)
{
    /// <summary>Runs once.</summary>
    [Function("AggregateSlis")]
    public async Task RunAsync([TimerTrigger("%AGGREGATION_SCHEDULE%")] TimerInfo timer, CancellationToken cancellation)
    {
        var report = await aggregation.HandleAsync(cancellation);
        LogDone(report.HoursStored, report.Through, report.ServicesFilled, report.HoursBackFilled, report.RecommendationsMarked);
        if (await fleetPrior.HandleAsync(report.ServicesFilled > 0, cancellation) is { } fitted) LogFitted(fitted.Prior.Incidents, fitted.Prior.Services);
        if (await retention.HandleAsync(cancellation) is { } removed) LogRemoved(removed.PartitionsDropped, removed.RecommendationsPurged);
    }

    [LoggerMessage(2001, LogLevel.Information, "Stored {Hours} service-hours through {Through}; history read for {Filled} new services; {BackFilled} late service-hours added; {Marked} recommendations marked as stale")]
    private partial void LogDone(int hours, DateTimeOffset through, int filled, int backFilled, int marked);

    [LoggerMessage(2003, LogLevel.Information, "Learnt from {Incidents} incidents of {Services} services how this fleet fails")]
    private partial void LogFitted(int incidents, int services);

    [LoggerMessage(2002, LogLevel.Information, "Dropped {Partitions} expired partitions and removed {Recommendations} recommendations")]
    private partial void LogRemoved(int partitions, int recommendations);
}

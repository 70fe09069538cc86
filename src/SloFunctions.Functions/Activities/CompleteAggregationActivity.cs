using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Functions.Activities;

/// <summary>Ends a run of the aggregation, and says what it did.</summary>
public sealed partial class CompleteAggregationActivity(CompleteAggregation useCase, ILogger<CompleteAggregationActivity> logger)
{
    /// <summary>Runs once or, after a failure, again.</summary>
    [Function(nameof(CompleteAggregation))]
    public async Task<AggregationReport> RunAsync([ActivityTrigger] AggregationEnd end, CancellationToken cancellation)
    {
        var report = await useCase.HandleAsync(end, cancellation);
        LogDone(report.HoursStored, report.Through, report.ServicesFilled, report.HoursBackFilled, report.RecommendationsMarked);
        return report;
    }

    [LoggerMessage(2001, LogLevel.Information, "Stored {Hours} service-hours through {Through}; history read for {Filled} new services; {BackFilled} late service-hours added; {Marked} recommendations marked as stale")]
    private partial void LogDone(int hours, DateTimeOffset through, int filled, int backFilled, int marked);
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Violations;

namespace SloFunctions.Functions.Timers;

/// <summary>Records violations of objectives, eight minutes past each hour unless set otherwise: after the aggregation, and after maintenance was left out.</summary>
public sealed partial class RecordViolationsHourly(RecordViolations useCase, ILogger<RecordViolationsHourly> logger)
{
    /// <summary>Runs once.</summary>
    [Function("RecordViolations")]
    public async Task RunAsync([TimerTrigger("%VIOLATION_SCHEDULE%")] TimerInfo timer, CancellationToken cancellation)
    {
        var (opened, closed) = await useCase.HandleAsync(cancellation);
        if (opened + closed > 0) LogRecorded(opened, closed);
    }

    [LoggerMessage(5770, LogLevel.Information, "{Opened} violations of objectives began and {Closed} ended")]
    private partial void LogRecorded(int opened, int closed);
}

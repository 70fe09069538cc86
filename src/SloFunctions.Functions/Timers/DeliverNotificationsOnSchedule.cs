using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Notifications;

namespace SloFunctions.Functions.Timers;

/// <summary>Sends what teams are to be told, every 30 seconds unless set otherwise.</summary>
public sealed partial class DeliverNotificationsOnSchedule(DeliverNotifications useCase, ILogger<DeliverNotificationsOnSchedule> logger)
{
    /// <summary>Runs once.</summary>
    [Function("DeliverNotifications")]
    public async Task RunAsync([TimerTrigger("%NOTIFICATION_SCHEDULE%")] TimerInfo timer, CancellationToken cancellation)
    {
        var report = await useCase.HandleAsync(cancellation);
        if (report is not (0, 0, 0, 0)) LogDone(report.Delivered, report.Postponed, report.GivenUp, report.Purged);
    }

    [LoggerMessage(5402, LogLevel.Information, "Delivered {Delivered} notifications; {Postponed} are tried again, {GivenUp} given up; {Purged} old ones forgotten")]
    private partial void LogDone(int delivered, int postponed, int givenUp, int purged);
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Audit;

namespace SloFunctions.Functions.Timers;

/// <summary>Keeps the heads of audit chains outside of the database, twenty minutes past each hour unless set otherwise.</summary>
public sealed partial class AnchorAuditHeadsHourly(AnchorAuditHeads useCase, ILogger<AnchorAuditHeadsHourly> logger)
{
    /// <summary>Runs once.</summary>
    [Function(nameof(AnchorAuditHeads))]
    public async Task RunAsync([TimerTrigger("%AUDIT_ANCHOR_SCHEDULE%")] TimerInfo timer, CancellationToken cancellation)
    {
        if (await useCase.HandleAsync(cancellation) is { } report) LogDone(report.Moved, report.Broken);
        else LogNoStore();
    }

    [LoggerMessage(5102, LogLevel.Information, "Set {Moved} anchors of audit chains; {Broken} chains are not as they were written")]
    private partial void LogDone(int moved, int broken);

    [LoggerMessage(5103, LogLevel.Information, "No storage account is set, so that heads of audit chains are anchored nowhere")]
    private partial void LogNoStore();
}

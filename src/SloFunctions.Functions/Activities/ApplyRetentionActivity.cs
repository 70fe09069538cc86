using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Functions.Activities;

/// <summary>Removes expired data, once a day.</summary>
public sealed partial class ApplyRetentionActivity(ApplyRetention useCase, ILogger<ApplyRetentionActivity> logger)
{
    /// <summary>Runs once or, after a failure, again.</summary>
    /// <param name="now">When the run began, which says nothing here: an activity has an input.</param>
    /// <param name="cancellation">Ends it early.</param>
    [Function(nameof(ApplyRetention))]
    public async Task RunAsync([ActivityTrigger] DateTimeOffset now, CancellationToken cancellation)
    {
        if (await useCase.HandleAsync(cancellation) is { } removed) LogRemoved(removed.PartitionsDropped, removed.RecommendationsPurged);
    }

    [LoggerMessage(2002, LogLevel.Information, "Dropped {Partitions} expired partitions and removed {Recommendations} recommendations")]
    private partial void LogRemoved(int partitions, int recommendations);
}

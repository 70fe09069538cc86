using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Observability;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Functions.Timers;

/// <summary>Reads the dependency graph from traces and from the cluster, and lets it age, every 15 minutes unless set otherwise.</summary>
public sealed partial class DiscoverGraphOnSchedule(
    DiscoverGraph useCase, AgeGraph aging, ReadPlatformFigures figures, ILogger<DiscoverGraphOnSchedule> logger)
{
    /// <summary>Runs once.</summary>
    [Function("DiscoverGraph")]
    public async Task RunAsync([TimerTrigger("%DISCOVERY_SCHEDULE%")] TimerInfo timer, CancellationToken cancellation)
    {
        foreach (var report in await useCase.HandleAsync(cancellation)) Log(report);
        if (await aging.HandleAsync(cancellation) is > 0 and int stale) LogStale(stale);
        // So that what is pushed of the graph is never older than one round.
        await figures.HandleAsync(cancellation);
    }

    private void Log(DiscoveryReport report)
    {
        if (report.Failure is { } failure)
        {
            LogFailed(failure, report.Source, (failure.InnerException ?? failure).Message);
            return;
        }

        LogDone(report.Source, report.Nodes, report.Edges, report.Skipped.Sum(s => s.Count));
        if (report.Conflicts > 0) LogConflicts(report.Source, report.Conflicts);
        foreach (var entries in report.Skipped)
            LogSkipped(report.Source, entries.Count, entries.Reason, string.Join("; ", entries.Examples));
    }

    [LoggerMessage(2011, LogLevel.Information, "{Source} told of {Nodes} services and {Edges} dependencies; {Skipped} entries passed over")]
    private partial void LogDone(DiscoverySource source, int nodes, int edges, int skipped);

    [LoggerMessage(2012, LogLevel.Warning, "{Source}: {Count} entries passed over: {Reason} ({Examples})")]
    private partial void LogSkipped(DiscoverySource source, int count, string reason, string examples);

    [LoggerMessage(2014, LogLevel.Warning, "{Count} dependencies have not been seen for long and no longer count")]
    private partial void LogStale(int count);

    [LoggerMessage(2015, LogLevel.Warning, "{Source} and other sources contradict each other {Conflicts} times")]
    private partial void LogConflicts(DiscoverySource source, int conflicts);

    [LoggerMessage(2013, LogLevel.Error, "{Source} could not be read: {Reason}")]
    private partial void LogFailed(Exception failure, DiscoverySource source, string reason);
}

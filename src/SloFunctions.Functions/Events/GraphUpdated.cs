using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Graph;

namespace SloFunctions.Functions.Events;

/// <summary>Parts of the dependency graph, published through Event Grid in the CloudEvents schema.</summary>
public sealed partial class GraphUpdated(ReceiveGraphEvents useCase, ILogger<GraphUpdated> logger)
{
    /// <summary>Takes in the events of one delivery; a failure makes Event Grid deliver them again.</summary>
    /// <param name="events">
    /// Their JSON texts: bound as <c>CloudEvent[]</c>, one event that is none would keep the others of its delivery from ever arriving.
    /// </param>
    /// <param name="cancellation">Ends the call early.</param>
    [Function(nameof(GraphUpdated))]
    public async Task RunAsync([EventGridTrigger(IsBatched = true)] BinaryData[] events, CancellationToken cancellation)
    {
        var report = await useCase.HandleAsync([.. events.Select(e => e.ToMemory())], cancellation);
        LogDone(report.Ingested, events.Length);
        if (report.Conflicts > 0) LogConflicts(report.Conflicts);
        foreach (var letter in report.Refused) LogRefused(letter.EventId, letter.EventSource, letter.Reason);
    }

    [LoggerMessage(3001, LogLevel.Information, "Ingested {Ingested} of {Events} graph events")]
    private partial void LogDone(int ingested, int events);

    [LoggerMessage(3003, LogLevel.Warning, "Graph events found {Conflicts} conflicts between sources")]
    private partial void LogConflicts(int conflicts);

    [LoggerMessage(3002, LogLevel.Warning, "Graph event {Id} of {Source} was kept as a dead letter: {Reason}")]
    private partial void LogRefused(string? id, string? source, string reason);
}

using SloFunctions.LocalHost.Durable.Replay;

namespace SloFunctions.LocalHost.Durable.Storage;

/// <summary>An instance as a step finds it.</summary>
/// <param name="Id">The instance's id.</param>
/// <param name="Name">The orchestrator's name.</param>
/// <param name="Execution">The present execution.</param>
/// <param name="Parent">Who waits for the instance's end; null when nobody does.</param>
/// <param name="History">What is recorded of the present execution.</param>
/// <param name="MessageIds">The messages that the step takes.</param>
/// <param name="Arrived">Those of them that concern the present execution.</param>
internal sealed record LoadedInstance(
    string Id,
    string Name,
    int Execution,
    ParentTask? Parent,
    IReadOnlyList<HistoryEvent> History,
    long[] MessageIds,
    IReadOnlyList<HistoryEvent> Arrived);

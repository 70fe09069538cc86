namespace SloFunctions.LocalHost.Durable.Replay;

/// <summary>One run of the code up to the point where it waits.</summary>
/// <param name="At">When it began.</param>
/// <param name="Arrived">What had happened since the step before, in order.</param>
/// <param name="Actions">What the code asked for, with each event's place in the history, from 1.</param>
/// <param name="End">How the execution ended in this step.</param>
/// <param name="EndPlace">The place of the end in the history, or of what would follow the step.</param>
/// <param name="IsLive">Whether it is run for the first time, so that the history says nothing of it.</param>
internal sealed record ReplayStep(
    DateTimeOffset At,
    IReadOnlyList<HistoryEvent> Arrived,
    IReadOnlyList<(int Place, HistoryEvent Event)> Actions,
    HistoryEvent? End,
    int EndPlace,
    bool IsLive)
{
    /// <summary>The steps of a history.</summary>
    /// <exception cref="ArgumentException">It does not begin with a step that starts an execution.</exception>
    public static IReadOnlyList<ReplayStep> Split(IReadOnlyList<HistoryEvent> history, IReadOnlyList<HistoryEvent> arrived)
    {
        var all = history.Concat(arrived).ToArray();
        if (all is not [{ Kind: HistoryEventKind.StepStarted }, { Kind: HistoryEventKind.ExecutionStarted, Name: not null, InstanceId: not null }, ..])
            throw new ArgumentException("A history begins with a step and the start of an execution that names its orchestrator and instance.", nameof(history));

        var starts = Enumerable.Range(0, all.Length).Where(i => all[i].Kind == HistoryEventKind.StepStarted).Append(all.Length).ToArray();
        return [.. starts.Zip(starts.Skip(1), (from, to) => Read(all, from, to, isLive: from >= history.Count))];
    }

    private static ReplayStep Read(HistoryEvent[] all, int from, int to, bool isLive)
    {
        var events = Enumerable.Range(from + 1, to - from - 1).Select(i => (Place: i + 1, Event: all[i])).ToArray();
        var end = Array.Find(events, e => e.Event.IsEnd);
        return new ReplayStep(
            all[from].At,
            [.. events.Where(e => !e.Event.IsAction && !e.Event.IsEnd).Select(e => e.Event)],
            [.. events.Where(e => e.Event.IsAction)],
            end.Event,
            end.Event is null ? to + 1 : end.Place,
            isLive);
    }
}

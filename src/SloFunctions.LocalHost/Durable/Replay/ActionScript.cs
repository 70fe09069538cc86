using System.Globalization;

namespace SloFunctions.LocalHost.Durable.Replay;

/// <summary>Holds what an orchestrator asks for against what its history says that it asked for.</summary>
internal sealed class ActionScript
{
    private readonly List<HistoryEvent> taken = [];
    private ReplayStep? step;
    private int position;

    /// <summary>The id of the next task.</summary>
    public int NextId { get; private set; }

    /// <summary>The time of the step.</summary>
    public DateTimeOffset Now => step!.At;

    /// <summary>Whether the step was run before.</summary>
    public bool IsReplaying => step is { IsLive: false };

    /// <summary>Where the code and the history differ first.</summary>
    public string? Divergence { get; private set; }

    /// <summary>What was asked for in the live step.</summary>
    public IReadOnlyList<HistoryEvent> Taken => taken;

    public void Begin(ReplayStep next) => (step, position) = (next, 0);

    /// <summary>Takes an action.</summary>
    /// <returns>The id of its task.</returns>
    /// <exception cref="NonDeterministicOrchestrationException">The history holds another one.</exception>
    public int Take(HistoryEvent asked)
    {
        if (step!.IsLive)
        {
            taken.Add(asked.Kind == HistoryEventKind.TimerCancelled ? asked : asked with { TaskId = NextId });
            return NextId++;
        }

        if (position == step.Actions.Count)
            throw Differ($"the code asked for {Describe(asked)} in the step of {Time(step.At)}, which the history does not hold before event {Place(step.EndPlace)}");

        var (place, recorded) = step.Actions[position++];
        if (recorded.Kind != asked.Kind || recorded.Name != asked.Name || recorded.Text != asked.Text
            || recorded.FireAt != asked.FireAt || recorded.InstanceId != asked.InstanceId
            || (asked.Kind == HistoryEventKind.TimerCancelled && recorded.TaskId != asked.TaskId))
            throw Differ($"event {Place(place)} of the history is {Describe(recorded)}, but the code asked for {Describe(asked)}");
        return NextId++;
    }

    /// <summary>Checks that the code asked for all that the history holds of the step, and ended or waits as the history says.</summary>
    public void Finish(HistoryEvent? end)
    {
        if (Divergence is not null || step!.IsLive) return;
        if (position < step.Actions.Count)
            Differ($"event {Place(step.Actions[position].Place)} of the history is {Describe(step.Actions[position].Event)}, which the code did not ask for");
        else if (step.End is { } recorded && (recorded.Kind != end?.Kind || recorded.Text != end.Text || recorded.Failure?.ErrorMessage != end.Failure?.ErrorMessage))
            Differ($"event {Place(step.EndPlace)} of the history is {Describe(recorded)}, but the code {(end is null ? "waits" : $"came to {Describe(end)}")}");
        else if (step.End is null && end is not null)
            Differ($"the code came to {Describe(end)} in the step of {Time(step.At)}, where the history says that it waits");
    }

    private NonDeterministicOrchestrationException Differ(string text)
    {
        Divergence ??= $"The orchestrator is not deterministic, or its code was changed while it ran: {text}";
        return new NonDeterministicOrchestrationException(Divergence);
    }

    private static string Describe(HistoryEvent entry)
    {
        var text = entry.Kind.ToString();
        if (entry.Name is not null) text += $" \"{entry.Name}\"";
        if (entry.TaskId is { } id && entry.Kind == HistoryEventKind.TimerCancelled) text += string.Create(CultureInfo.InvariantCulture, $" of task {id}");
        if (entry.InstanceId is not null) text += $" as {entry.InstanceId}";
        if (entry.FireAt is { } due) text += $" for {Time(due)}";
        if (entry.Failure is { } failure) text += $" with \"{failure.ErrorMessage}\"";
        return entry.Kind is HistoryEventKind.TimerCreated or HistoryEventKind.TimerCancelled or HistoryEventKind.ExecutionFailed
            ? text
            : $"{text} with {Cut(entry.Text ?? "nothing")}";
    }

    private static string Cut(string text) => text.Length <= 300 ? text : string.Concat(text.AsSpan(0, 300), "…");

    private static string Time(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    private static string Place(int place) => place.ToString(CultureInfo.InvariantCulture);
}

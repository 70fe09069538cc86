namespace SloFunctions.LocalHost.Durable.Replay;

/// <summary>Raised events that nobody waits for yet, and those who wait, by name without regard to case.</summary>
internal sealed class ExternalEvents
{
    private readonly Dictionary<string, Queue<HistoryEvent>> raised = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<OpenTask>> waiting = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many wait.</summary>
    public int Waiting => waiting.Values.Sum(list => list.Count);

    /// <summary>What was raised and not waited for.</summary>
    public IReadOnlyList<HistoryEvent> Unprocessed => [.. raised.Values.SelectMany(queue => queue)];

    public void Raise(HistoryEvent entry)
    {
        if (waiting.TryGetValue(entry.Name!, out var list) && list.Count > 0)
        {
            var first = list[0];
            list.RemoveAt(0);
            first.Complete(entry.Text);
            return;
        }

        if (!raised.TryGetValue(entry.Name!, out var queue)) raised[entry.Name!] = queue = new Queue<HistoryEvent>();
        queue.Enqueue(entry);
    }

    public Task<T> WaitAsync<T>(string name, CancellationToken cancellation)
    {
        var task = new ResultTask<T>(name, -1);
        if (raised.TryGetValue(name, out var queue) && queue.TryDequeue(out var entry))
        {
            task.Complete(entry.Text);
            return task.Task;
        }

        if (!waiting.TryGetValue(name, out var list)) waiting[name] = list = [];
        list.Add(task);
        if (cancellation.CanBeCanceled)
        {
            cancellation.Register(() =>
            {
                if (list.Remove(task)) task.Cancel(cancellation);
            });
        }

        return task.Task;
    }
}

using System.Threading.Channels;

namespace SloFunctions.LocalHost.Durable.Dispatch;

/// <summary>Instances that have something to do. Each is given to one worker at a time, and again when it was named meanwhile.</summary>
internal sealed class ReadyQueue
{
    // What is named beyond this is found in the database later.
    private const int Most = 2000;

    private readonly Lock gate = new();
    private readonly Channel<string> channel = Channel.CreateUnbounded<string>();
    private readonly HashSet<string> waiting = new(StringComparer.Ordinal);
    private readonly HashSet<string> running = new(StringComparer.Ordinal);
    private readonly HashSet<string> again = new(StringComparer.Ordinal);
    private bool isShort;

    public void Add(string id)
    {
        lock (gate) AddLocked(id);
    }

    /// <summary>Adds what the database holds.</summary>
    /// <param name="ids">Ids of instances.</param>
    /// <param name="mayHaveMore">Whether the database may hold more than these.</param>
    public void Add(IReadOnlyList<string> ids, bool mayHaveMore)
    {
        lock (gate)
        {
            isShort |= mayHaveMore;
            foreach (var id in ids) AddLocked(id);
        }
    }

    public async ValueTask<string> TakeAsync(CancellationToken cancellation)
    {
        var id = await channel.Reader.ReadAsync(cancellation);
        lock (gate)
        {
            waiting.Remove(id);
            running.Add(id);
        }

        return id;
    }

    /// <summary>The worker is through with an instance.</summary>
    /// <returns>Whether the queue has run empty after some were left out, so that the database is to be asked.</returns>
    public bool Release(string id)
    {
        lock (gate)
        {
            running.Remove(id);
            if (again.Remove(id)) AddLocked(id);
            if (!isShort || waiting.Count > 0) return false;
            isShort = false;
            return true;
        }
    }

    /// <summary>Those that wait.</summary>
    public string[] Waiting()
    {
        lock (gate) return [.. waiting];
    }

    private void AddLocked(string id)
    {
        if (running.Contains(id)) again.Add(id);
        else if (waiting.Count >= Most) isShort = true;
        else if (waiting.Add(id)) channel.Writer.TryWrite(id);
    }
}

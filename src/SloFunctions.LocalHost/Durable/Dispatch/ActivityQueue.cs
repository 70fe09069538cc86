using System.Threading.Channels;
using SloFunctions.LocalHost.Durable.Storage;

namespace SloFunctions.LocalHost.Durable.Dispatch;

/// <summary>The next activities to run: some batches ahead of the workers, never all.</summary>
internal sealed class ActivityQueue(ActivityStore store, int batch)
{
    private readonly Lock gate = new();
    private readonly Channel<ActivityItem> channel = Channel.CreateUnbounded<ActivityItem>();
    private readonly HashSet<long> taken = [];
    private readonly Bell wanted = new();
    private int buffered;
    private volatile bool mayHaveMore = true;

    public void Wake()
    {
        mayHaveMore = true;
        wanted.Ring();
    }

    /// <summary>Fills the queue until it is cancelled.</summary>
    public async Task FillAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await wanted.WaitAsync(cancellation);
            while (mayHaveMore && Volatile.Read(ref buffered) < batch)
            {
                mayHaveMore = false;
                long[] known;
                lock (gate) known = [.. taken];
                var found = await store.NextAsync(known, batch, cancellation);
                if (found.Count == batch) mayHaveMore = true;
                foreach (var item in found) Enqueue(item);
            }
        }
    }

    public async ValueTask<ActivityItem> TakeAsync(CancellationToken cancellation)
    {
        var item = await channel.Reader.ReadAsync(cancellation);
        if (Interlocked.Decrement(ref buffered) < batch / 2 && mayHaveMore) wanted.Ring();
        return item;
    }

    /// <summary>The activity's outcome is stored.</summary>
    public void Release(ActivityItem item)
    {
        lock (gate) taken.Remove(item.Id);
    }

    private void Enqueue(ActivityItem item)
    {
        lock (gate) taken.Add(item.Id);
        Interlocked.Increment(ref buffered);
        channel.Writer.TryWrite(item);
    }
}

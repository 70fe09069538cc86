namespace SloFunctions.Benchmarks.Scale;

/// <summary>Servers that take what comes in the order of its coming; callers come in the order of time.</summary>
internal sealed class Station
{
    private readonly PriorityQueue<int, double> free = new();
    private readonly int servers;

    public Station(int servers)
    {
        this.servers = servers;
        for (int i = 0; i < servers; i++) free.Enqueue(i, 0);
    }

    /// <summary>How long its servers were busy, together.</summary>
    public double Busy { get; private set; }

    /// <summary>When work that comes at a time is done.</summary>
    public double Serve(double at, double duration)
    {
        if (duration <= 0) return at;
        free.TryDequeue(out int server, out double since);
        double end = Math.Max(at, since) + duration;
        free.Enqueue(server, end);
        Busy += duration;
        return end;
    }

    /// <summary>The share of its time that it was busy.</summary>
    public double Utilisation(double length) => length > 0 ? Busy / (length * servers) : 0;
}

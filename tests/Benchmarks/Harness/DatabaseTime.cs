using System.Diagnostics;

namespace SloFunctions.Benchmarks.Harness;

/// <summary>Adds up how long this process's commands to the database take, from sending to the last row read.</summary>
public sealed class DatabaseTime : IDisposable
{
    private readonly ActivityListener listener;
    private long ticks;

    /// <summary>Starts to listen.</summary>
    public DatabaseTime()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => Interlocked.Add(ref ticks, activity.Duration.Ticks),
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>The time so far, in milliseconds.</summary>
    public double Milliseconds => TimeSpan.FromTicks(Interlocked.Read(ref ticks)).TotalMilliseconds;

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();
}

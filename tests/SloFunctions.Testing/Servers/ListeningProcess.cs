using System.Collections.Concurrent;
using System.Diagnostics;

namespace SloFunctions.Testing.Servers;

/// <summary>A program of ours as a process of its own, up when it has said where it listens.</summary>
public sealed class ListeningProcess : IAsyncDisposable
{
    private const string Announcement = "Listening on ";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(40);
    private static readonly ConcurrentDictionary<Process, byte> Running = new();

    private readonly Process process;
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> output = new();

    static ListeningProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var left in Running.Keys) left.Kill(entireProcessTree: true);
    };

    private ListeningProcess(ProcessStartInfo start) => process = new Process { StartInfo = start, EnableRaisingEvents = true };

    /// <summary>Where it listens.</summary>
    public Uri BaseUrl { get; private set; } = null!;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>Bytes of memory that it holds now.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>The most memory it has had at once, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>The time of one core that it has taken, user and system.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>What it has written so far.</summary>
    public string Output => string.Join('\n', output);

    /// <summary>Starts a program, whose output and errors must be redirected, and waits until it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended before it listened.</exception>
    public static async Task<ListeningProcess> StartAsync(ProcessStartInfo start)
    {
        var app = new ListeningProcess(start);
        app.Launch();
        try
        {
            app.BaseUrl = await app.listening.Task.WaitAsync(StartLimit);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks the program to end, as a service manager does.</summary>
    public void Terminate() => UnixSignal.SendTerminate(process.Id);

    /// <summary>Ends the program at once, as a crash or the kernel would.</summary>
    public void Kill() => process.Kill();

    /// <summary>Waits for the program's end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> WaitForExitAsync()
    {
        using var limit = new CancellationTokenSource(StopLimit);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    /// <summary>Ends the program if it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!Running.TryRemove(process, out _)) return;
        try
        {
            if (!process.HasExited) Terminate();
            await WaitForExitAsync();
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
    }

    private void Launch()
    {
        process.OutputDataReceived += (_, e) => Hear(e.Data);
        process.ErrorDataReceived += (_, e) => Hear(e.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"The program ended at its start:\n{Output}"));
        process.Start();
        Running[process] = 0;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        output.Enqueue(line);
        if (line.StartsWith(Announcement, StringComparison.Ordinal)) listening.TrySetResult(new Uri(line[Announcement.Length..]));
    }
}

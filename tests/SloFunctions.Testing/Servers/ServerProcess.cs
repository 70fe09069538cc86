using System.Collections.Concurrent;
using System.Diagnostics;

namespace SloFunctions.Testing.Servers;

/// <summary>One server script of tools/servers, which becomes the server itself: its process id is the server's.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);
    private const int KeptLines = 40;

    private static readonly ConcurrentDictionary<int, ServerProcess> Running = new();

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    static ServerProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) => EndAll();

    private ServerProcess(Process process) => this.process = process;

    /// <summary>The server's process id.</summary>
    public int Id { get; private set; }

    /// <summary>Starts a script and waits until its server answers.</summary>
    /// <param name="script">The script's name in tools/servers.</param>
    /// <param name="arguments">What to pass to it.</param>
    /// <param name="answers">Whether the server answers now; exceptions count as no.</param>
    /// <param name="cancellationToken">Gives up, and ends the server.</param>
    /// <exception cref="ServerFailedException">The server ended, or did not answer in time.</exception>
    public static async Task<ServerProcess> StartAsync(
        string script,
        IEnumerable<string> arguments,
        Func<CancellationToken, Task<bool>> answers,
        CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(RepositoryRoot.Combine("tools", "servers", script), arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var server = new ServerProcess(new Process { StartInfo = start });
        server.Launch();
        try
        {
            await server.WaitUntilReadyAsync(script, answers, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the server: in good order, or by force when that takes longer than ten seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!Running.TryRemove(Id, out _))
        {
            return;
        }

        UnixSignal.SendInterrupt(Id);
        using (var limit = new CancellationTokenSource(StopLimit))
        {
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }

        process.Dispose();
    }

    private void Launch()
    {
        process.OutputDataReceived += (_, e) => Keep(e.Data);
        process.ErrorDataReceived += (_, e) => Keep(e.Data);
        process.Start();
        Id = process.Id;
        Running[Id] = this;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private async Task WaitUntilReadyAsync(string script, Func<CancellationToken, Task<bool>> answers, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        try
        {
            while (!await AnswersAsync(answers, limit.Token))
            {
                if (process.HasExited)
                {
                    // Also waits for the last of its output, which says why.
                    await process.WaitForExitAsync(limit.Token);
                    throw new ServerFailedException($"{script} ended with exit code {process.ExitCode}:\n{Output}");
                }

                await Task.Delay(Poll, limit.Token);
            }
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ServerFailedException($"{script} did not answer within {StartLimit.TotalSeconds} s:\n{Output}", e);
        }
    }

    private static async Task<bool> AnswersAsync(Func<CancellationToken, Task<bool>> answers, CancellationToken cancellationToken)
    {
        try
        {
            return await answers(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private string Output => string.Join('\n', output);

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        output.Enqueue(line);
        if (output.Count > KeptLines)
        {
            output.TryDequeue(out _);
        }
    }

    private static void EndAll() =>
        Task.WhenAll(Running.Values.Select(server => server.DisposeAsync().AsTask())).Wait(2 * StopLimit);
}

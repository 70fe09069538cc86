using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using SloFunctions.LocalHost.Durable.Storage;
using SloFunctions.LocalHost.Invocations;

namespace SloFunctions.LocalHost.Durable.Dispatch;

/// <summary>Lets one host at a time work on the orchestrations of a database, and begins anew whenever the database was away.</summary>
internal sealed class DurableEngine(DurableDatabase database, IServiceProvider services, BackgroundRuns runs, ILogger<DurableEngine> log)
{
    // Any number that nobody else takes.
    private const long LockKey = 0x534c_4f44_5552;

    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private bool isStarted;
    private bool isAwayTold;
    private bool isWaitTold;

    /// <summary>Starts the engine in the background, once.</summary>
    /// <param name="stopping">Cancelled when nothing new shall be begun.</param>
    public void Start(CancellationToken stopping)
    {
        if (isStarted || !database.IsConfigured) return;
        isStarted = true;
        runs.Start(patience => RunAsync(stopping, patience));
    }

    private async Task RunAsync(CancellationToken stopping, CancellationToken patience)
    {
        var pause = TimeSpan.FromMilliseconds(250);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using var session = database.CreateSession();
                await AcquireAsync(session, stopping);
                pause = TimeSpan.FromMilliseconds(250);
                var workers = ActivatorUtilities.CreateInstance<DurableWorkers>(services);
                await workers.RunAsync(token => WatchAsync(session, token), stopping, patience);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (ObjectDisposedException)
            {
                return;
            }
#pragma warning disable CA1031 // The engine begins anew, whatever happened.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                if (!isAwayTold) log.DatabaseAway(failure);
                isAwayTold = true;
                await Task.Delay(pause, TimeProvider.System, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private async Task AcquireAsync(NpgsqlConnection session, CancellationToken cancellation)
    {
        await session.OpenAsync(cancellation);
        while (!await TryLockAsync(session, cancellation))
        {
            if (!isWaitTold) log.OtherHostWorks();
            isWaitTold = true;
            await Task.Delay(LockPause, TimeProvider.System, cancellation);
        }

        // Also finds out whether the schema is there.
        await using (var command = new NpgsqlCommand("SELECT FROM durable.instances LIMIT 0", session)) await command.ExecuteNonQueryAsync(cancellation);
        if (isWaitTold || isAwayTold) log.WorksNow();
        (isWaitTold, isAwayTold) = (false, false);
    }

    private static async Task<bool> TryLockAsync(NpgsqlConnection session, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", session);
        command.Parameters.Add(new NpgsqlParameter { Value = LockKey });
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    // A broken connection is noticed at once, a silent one by the keep-alive.
    private static async Task WatchAsync(NpgsqlConnection session, CancellationToken cancellation)
    {
        while (true) await session.WaitAsync(cancellation);
    }
}

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SloFunctions.Application.Failures;

namespace SloFunctions.Infrastructure.Postgres;

/// <summary>
/// Spares requests the wait for a database that cannot be connected to: after a few failures in a row none is tried for a
/// moment, then one at a time until one succeeds. Safe for use by several threads.
/// </summary>
/// <remarks>
/// Failures are counted in a row, not as a share of some time: right after an outage begins, most of what is remembered
/// would still be successes.
/// </remarks>
public sealed partial class PostgresBreaker(TimeProvider clock, ILogger<PostgresBreaker>? logger = null)
{
    /// <summary>How many connections have to fail in a row before none is tried.</summary>
    public const int Threshold = 3;

    /// <summary>How long none is tried, and so the longest that a database which is back goes unnoticed.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private readonly ILogger log = logger ?? NullLogger<PostgresBreaker>.Instance;
    private readonly Lock gate = new();
    private int failures;
    private long failedAt;
    private bool isTrying;

    /// <summary><c>closed</c> while connections are tried, <c>open</c> while none is, <c>half_open</c> while one is.</summary>
    public string State
    {
        get
        {
            lock (gate) return failures < Threshold ? "closed" : isTrying ? "half_open" : "open";
        }
    }

    /// <summary>Lets a connection be tried; its outcome must be told.</summary>
    /// <exception cref="DependencyUnavailableException">None is tried at present.</exception>
    public void Enter()
    {
        lock (gate)
        {
            if (failures < Threshold) return;
            if (isTrying || clock.GetElapsedTime(failedAt) < Pause) throw new DependencyUnavailableException(PostgresDatabase.Name, RetryAfter, cause: null);
            isTrying = true;
        }
    }

    /// <summary>The database has answered.</summary>
    public void Succeeded()
    {
        if (Volatile.Read(ref failures) == 0) return;
        bool wasOpen;
        lock (gate)
        {
            wasOpen = failures >= Threshold;
            (failures, isTrying) = (0, false);
        }

        if (wasOpen) LogClosed();
    }

    /// <summary>The database could not be connected to.</summary>
    public void Failed()
    {
        bool opens;
        lock (gate)
        {
            opens = failures + 1 == Threshold;
            (failures, failedAt, isTrying) = (failures + 1, clock.GetTimestamp(), false);
        }

        if (opens) LogOpened(Threshold);
    }

    /// <summary>The attempt was given up by its caller, and says nothing of the database.</summary>
    public void GaveUp()
    {
        lock (gate) isTrying = false;
    }

    [LoggerMessage(4401, LogLevel.Warning, "PostgreSQL could not be connected to {Failures} times in a row; requests are refused at once until it can be")]
    private partial void LogOpened(int failures);

    [LoggerMessage(4402, LogLevel.Information, "PostgreSQL can be connected to again")]
    private partial void LogClosed();
}

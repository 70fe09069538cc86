using System.Net.Sockets;
using Azure;
using Azure.Identity;
using Npgsql;

namespace SloFunctions.Infrastructure.Postgres;

/// <summary>Tells a database that cannot be used right now from a statement that is wrong.</summary>
public static class PostgresFailures
{
    /// <summary>
    /// Whether the failure means "database unavailable": the same call may succeed later, unchanged. A deadlock or a
    /// serialization failure is not among them (the server is there), nor is a cancellation by the caller.
    /// </summary>
    public static bool IsUnavailable(Exception failure) => failure switch
    {
        PostgresException refused => IsUnavailable(refused.SqlState),
        NpgsqlException broken => broken.IsTransient || (broken.InnerException is { } cause && IsUnavailable(cause)),
        // A host name that cannot be resolved surfaces without a wrapper.
        SocketException or TimeoutException => true,
        // No token to be had, where tokens stand for passwords.
        AuthenticationFailedException or RequestFailedException => true,
        AggregateException several => several.InnerExceptions.Any(IsUnavailable),
        _ => false,
    };

    private static bool IsUnavailable(string sqlState) => sqlState is
        PostgresErrorCodes.AdminShutdown or
        PostgresErrorCodes.CrashShutdown or
        PostgresErrorCodes.CannotConnectNow or
        PostgresErrorCodes.IdleSessionTimeout or
        PostgresErrorCodes.TooManyConnections or
        PostgresErrorCodes.InsufficientResources or
        PostgresErrorCodes.DiskFull or
        PostgresErrorCodes.OutOfMemory
        || sqlState.StartsWith("08", StringComparison.Ordinal); // connection exceptions
}

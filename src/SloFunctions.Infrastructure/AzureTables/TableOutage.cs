using Azure;
using Microsoft.Extensions.Logging;

namespace SloFunctions.Infrastructure.AzureTables;

/// <summary>Whether the shared counts are out of reach. While they are, nobody waits for them, and one request a second looks whether they are back.</summary>
internal sealed partial class TableOutage(TimeSpan pause, TimeProvider clock, ILogger log)
{
    private int isOn;
    private long nextTry;

    /// <summary>Whether the last attempt failed.</summary>
    public bool IsOn => Volatile.Read(ref isOn) != 0;

    /// <summary>Whether the caller is the one to look.</summary>
    public bool MayTry(long at)
    {
        long due = Volatile.Read(ref nextTry);
        return at >= due && Interlocked.CompareExchange(ref nextTry, Next(at), due) == due;
    }

    /// <summary>Notes a failure.</summary>
    public void Begin(Exception failure)
    {
        Volatile.Write(ref nextTry, Next(clock.GetTimestamp()));
        if (Interlocked.Exchange(ref isOn, 1) == 0) Began(Reason(failure));
    }

    /// <summary>Notes a success.</summary>
    public void End()
    {
        if (IsOn && Interlocked.Exchange(ref isOn, 0) == 1) Ended();
    }

    private static string Reason(Exception failure) => failure switch
    {
        RequestFailedException { Status: > 0 } refused => $"status {refused.Status}, {refused.ErrorCode}",
        _ => failure.GetType().Name,
    };

    private long Next(long at) => at + (long)(pause.TotalSeconds * clock.TimestampFrequency);

    [LoggerMessage(4101, LogLevel.Warning, "The table of rate limits is out of reach ({Reason}); this instance counts requests by itself meanwhile")]
    private partial void Began(string reason);

    [LoggerMessage(4102, LogLevel.Information, "The table of rate limits is back; requests are counted together with other instances again")]
    private partial void Ended();
}

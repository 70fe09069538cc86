using System.Threading.Channels;

namespace SloFunctions.LocalHost.Durable.Dispatch;

/// <summary>Wakes one that waits; ringing several times before that is ringing once.</summary>
internal sealed class Bell
{
    private readonly Channel<byte> channel = Channel.CreateBounded<byte>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => channel.Writer.TryWrite(0);

    public async Task WaitAsync(CancellationToken cancellation) => await channel.Reader.ReadAsync(cancellation);

    /// <summary>Waits for the bell, or until it has waited as long as it may.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(longest);
        try
        {
            await WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Long enough.
        }
    }
}

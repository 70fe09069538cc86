namespace SloFunctions.Application.Alerts;

/// <summary>Takes an export up, as long as somebody waits for it.</summary>
internal sealed class ExportBuffer(CancellationToken cancellation) : MemoryStream
{
    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        cancellation.ThrowIfCancellationRequested();
        base.Write(buffer, offset, count);
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        base.Write(buffer);
    }
}

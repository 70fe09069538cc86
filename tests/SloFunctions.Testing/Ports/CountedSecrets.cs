using SloFunctions.Application.Access;

namespace SloFunctions.Testing.Ports;

/// <summary>Secrets that are different from each other, and nothing more.</summary>
public sealed class CountedSecrets : ISecretSource
{
    private byte count;

    /// <inheritdoc/>
    public void Fill(Span<byte> buffer)
    {
        buffer.Fill(++count);
    }
}

using System.Security.Cryptography;
using SloFunctions.Application.Access;

namespace SloFunctions.Infrastructure.Identifiers;

/// <summary>Bytes of the operating system's generator for cryptography.</summary>
public sealed class RandomSecretSource : ISecretSource
{
    /// <inheritdoc/>
    public void Fill(Span<byte> buffer) => RandomNumberGenerator.Fill(buffer);
}

using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SloFunctions.Application.Access;

/// <summary>What a credential is remembered by: its SHA-256, from which it cannot be had back, and whose comparison tells nothing of it.</summary>
public readonly record struct CredentialDigest(UInt128 First, UInt128 Second)
{
    /// <summary>The digest of a credential.</summary>
    public static CredentialDigest Of(string credential)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(credential.AsSpan()), hash);
        return MemoryMarshal.Read<CredentialDigest>(hash);
    }
}

using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SloFunctions.Functions.Access;

/// <summary>What a token is remembered by: its SHA-256, from which it cannot be had back.</summary>
internal readonly record struct TokenDigest(UInt128 First, UInt128 Second)
{
    public static TokenDigest Of(string token)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(token.AsSpan()), hash);
        return MemoryMarshal.Read<TokenDigest>(hash);
    }
}

using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace SloFunctions.Application.Access;

/// <summary>The SHA-256 of a key, as a key of dictionaries: what was compared tells nothing about the key itself.</summary>
internal readonly record struct KeyDigest(UInt128 Low, UInt128 High)
{
    private const int LongestKey = 128;

    /// <summary>The digest of a text of at most 128 characters; null of a longer one.</summary>
    public static KeyDigest? Of(string key)
    {
        if (key.Length > LongestKey) return null;
        Span<byte> text = stackalloc byte[LongestKey * 3];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..Encoding.UTF8.GetBytes(key, text)], hash);
        var halves = MemoryMarshal.Cast<byte, UInt128>(hash);
        return new KeyDigest(halves[0], halves[1]);
    }
}

using System.Security.Cryptography;

namespace SloFunctions.Application.Publishing;

/// <summary>A document as it goes out: rendered once, never written again.</summary>
/// <param name="Json">The published document, UTF-8.</param>
/// <param name="ETag">A strong entity tag with its quotes: the same for the same bytes, another for others.</param>
public sealed record PublishedAnswer(ReadOnlyMemory<byte> Json, string ETag)
{
    private const int TagBytes = 16;

    /// <summary>An answer with the tag that follows from its bytes.</summary>
    public static PublishedAnswer Of(ReadOnlyMemory<byte> json)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(json.Span, hash);
        return new PublishedAnswer(json, $"\"{Convert.ToHexStringLower(hash[..TagBytes])}\"");
    }
}

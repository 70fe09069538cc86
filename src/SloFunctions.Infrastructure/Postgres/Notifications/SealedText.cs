using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using SloFunctions.Application.Access;
using SloFunctions.Application.Notifications;

namespace SloFunctions.Infrastructure.Postgres.Notifications;

/// <summary>
/// Encrypts texts before they are stored: AES-256-GCM, bound to the row and column that they belong to. The first byte says
/// how a text is stored, the next four which key it takes.
/// </summary>
public sealed class SealedText
{
    private const byte Plain = 0;
    private const byte Encrypted = 1;
    private const int KeyIdBytes = 4;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeaderBytes = 1 + KeyIdBytes + NonceBytes + TagBytes;

    private readonly byte[][] keys;
    private readonly ISecretSource random;

    /// <summary>Uses the keys of the settings.</summary>
    public SealedText(NotificationPolicy policy, ISecretSource random)
    {
        this.random = random;
        keys = [.. new[] { policy.SecretKey, policy.SecretKeyPrevious }.Where(key => key.Length > 0).Select(Convert.FromBase64String)];
    }

    /// <summary>Encrypts a text with the present key; without a key it is stored as it is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">The row and column.</param>
    public byte[] Seal(string text, string place)
    {
        byte[] content = Encoding.UTF8.GetBytes(text);
        if (keys.Length == 0) return [Plain, .. content];
        byte[] stored = new byte[HeaderBytes + content.Length];
        stored[0] = Encrypted;
        IdOf(keys[0]).CopyTo(stored.AsSpan(1));
        var nonce = stored.AsSpan(1 + KeyIdBytes, NonceBytes);
        random.Fill(nonce);
        using var cipher = new AesGcm(keys[0], TagBytes);
        cipher.Encrypt(nonce, content, stored.AsSpan(HeaderBytes), stored.AsSpan(HeaderBytes - TagBytes, TagBytes), Encoding.UTF8.GetBytes(place));
        return stored;
    }

    /// <summary>Reads a text as it was before.</summary>
    /// <returns>False when the key is not among those there are, or when what is stored was changed or moved.</returns>
    public bool TryOpen(byte[] stored, string place, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (stored is [Plain, ..]) text = Encoding.UTF8.GetString(stored.AsSpan(1));
        else if (stored is [Encrypted, ..] && stored.Length >= HeaderBytes) text = Decrypt(stored, place);
        return text is not null;
    }

    private string? Decrypt(byte[] stored, string place)
    {
        if (Array.Find(keys, key => IdOf(key).SequenceEqual(stored.AsSpan(1, KeyIdBytes))) is not { } found) return null;
        byte[] content = new byte[stored.Length - HeaderBytes];
        using var cipher = new AesGcm(found, TagBytes);
        try
        {
            cipher.Decrypt(
                stored.AsSpan(1 + KeyIdBytes, NonceBytes), stored.AsSpan(HeaderBytes), stored.AsSpan(HeaderBytes - TagBytes, TagBytes), content, Encoding.UTF8.GetBytes(place));
            return Encoding.UTF8.GetString(content);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<byte> IdOf(byte[] key) => SHA256.HashData(key).AsSpan(0, KeyIdBytes);
}

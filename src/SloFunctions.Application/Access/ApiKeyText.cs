using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SloFunctions.Application.Access;

/// <summary>
/// An API key as its holder writes it: <c>slo_</c>, a public prefix of 12 characters, <c>_</c>, and a secret of 43
/// characters (32 bytes as base64url). The prefix finds the stored key, the secret proves it.
/// </summary>
public static class ApiKeyText
{
    /// <summary>What every key begins with.</summary>
    public const string Scheme = "slo_";

    /// <summary>Characters of every key.</summary>
    public const int Length = 4 + PrefixLength + 1 + SecretLength;

    /// <summary>Random bytes that a key is made of.</summary>
    public const int RandomBytes = PrefixLength + SecretBytes;

    private const int PrefixLength = 12;
    private const int SecretBytes = 32;
    private const int SecretLength = 43;
    private const string PrefixAlphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    private static readonly SearchValues<char> PrefixLetters = SearchValues.Create(PrefixAlphabet);

    /// <summary>Writes a key.</summary>
    /// <param name="random"><see cref="RandomBytes"/> unpredictable bytes.</param>
    public static string Of(ReadOnlySpan<byte> random)
    {
        if (random.Length != RandomBytes) throw new ArgumentException($"{RandomBytes} bytes are needed.", nameof(random));
        var text = new StringBuilder(Scheme, Length);
        foreach (byte b in random[..PrefixLength]) text.Append(PrefixAlphabet[b % PrefixAlphabet.Length]);
        return text.Append('_').Append(Base64Url.EncodeToString(random[PrefixLength..])).ToString();
    }

    /// <summary>The public part of a key.</summary>
    /// <returns>False when the text is no key.</returns>
    public static bool TryGetPrefix(string text, out string prefix)
    {
        prefix = "";
        if (text.Length != Length || !text.StartsWith(Scheme, StringComparison.Ordinal) || text[Scheme.Length + PrefixLength] != '_') return false;
        var letters = text.AsSpan(Scheme.Length, PrefixLength);
        if (letters.ContainsAnyExcept(PrefixLetters) || !Base64Url.IsValid(text.AsSpan(Length - SecretLength))) return false;
        prefix = letters.ToString();
        return true;
    }

    /// <summary>
    /// The SHA-256 of a key, in hexadecimal. It is what the slow hash is computed of, so that no key ever reaches a statement
    /// log, and so that bcrypt's limit of 72 bytes cuts nothing off.
    /// </summary>
    public static string Digest(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}

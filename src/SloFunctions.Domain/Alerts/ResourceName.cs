using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SloFunctions.Domain.Alerts;

/// <summary>
/// Names that other systems accept, made of names that people may choose freely: DNS labels as in RFC 1123. The same text gives the same
/// name, and different texts different ones: where anything had to be replaced, a digest of the whole text is appended.
/// </summary>
public static partial class ResourceName
{
    /// <summary>The most characters of a name, which leaves room for what it is a name of: a DNS label has 63.</summary>
    public const int MaxLength = 48;

    // Names of one character are refused by some.
    private const int MinLength = 2;
    private const int DigestBytes = 8;

    /// <summary>A name of lowercase letters, digits and hyphens, 2 to <see cref="MaxLength"/> characters, with a letter or digit at both ends.</summary>
    public static string Of(string text)
    {
        // What already ends like a digest gets one too. Otherwise it could be chosen to be the name that another text gets.
        if (text.Length is >= MinLength and <= MaxLength && Label().IsMatch(text) && !DigestAtEnd().IsMatch(text)) return text;
        string readable = Replaced().Replace(text.ToLowerInvariant(), "-").Trim('-');
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, DigestBytes));
        int room = MaxLength - digest.Length - 1;
        if (readable.Length > room) readable = readable[..room].TrimEnd('-');
        return readable.Length == 0 ? $"x-{digest}" : $"{readable}-{digest}";
    }

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9-]*[a-z0-9])?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Label();

    [GeneratedRegex(@"-[0-9a-f]{16}\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex DigestAtEnd();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Replaced();
}

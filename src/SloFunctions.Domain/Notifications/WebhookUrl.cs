using System.Net;

namespace SloFunctions.Domain.Notifications;

/// <summary>The rules for addresses that notifications are sent to, and how they are shown.</summary>
public static class WebhookUrl
{
    /// <summary>The most characters.</summary>
    public const int MaxLength = 2048;

    private const int ShownCharacters = 4;

    // Of a shorter path the last characters would tell too much.
    private const int LeastHidden = 20;

    private static readonly string[] LocalSuffixes = ["localhost", "localdomain", "local", "internal", "intranet", "lan", "private", "corp", "home", "home.arpa", "svc", "invalid", "test", "onion"];

    /// <summary>What is wrong with an address, as a sentence; null when nothing is. Names are not looked up: what they stand for is checked at each connection.</summary>
    /// <param name="text">The address as submitted.</param>
    /// <param name="allowPrivate">Whether plain http and addresses within the network are wanted.</param>
    public static string? Complaint(string? text, bool allowPrivate)
    {
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength) return $"A URL of 1 to {MaxLength} characters is expected.";
        // Everything that parsers are known to read differently is left out.
        if (text.Any(c => c is <= ' ' or >= '\x7f' or '\\')) return "A URL of visible ASCII characters without a backslash is expected; write an international host name in punycode.";
        string[] schemes = allowPrivate ? ["https://", "http://"] : ["https://"];
        if (!schemes.Any(s => text.StartsWith(s, StringComparison.OrdinalIgnoreCase)) || !Uri.TryCreate(text, UriKind.Absolute, out var url))
            return $"An absolute URL that begins with {string.Join(" or ", schemes)} is expected.";
        if (text.Contains('#', StringComparison.Ordinal)) return "A URL without a fragment is expected.";
        string authority = Authority(text);
        if (authority.Contains('@', StringComparison.Ordinal)) return "A URL without a user name or password is expected.";
        if (url.Port == 0 || authority.Contains('%', StringComparison.Ordinal)) return "A URL with a plain host name and a port from 1 to 65535 is expected.";
        return allowPrivate ? null : HostComplaint(url);
    }

    /// <summary>An address as it may be shown: scheme, host and port, and of a long path its last four characters, because whoever knows it all can send.</summary>
    public static string Redacted(string text)
    {
        var url = new Uri(text, UriKind.Absolute);
        string rest = url.PathAndQuery;
        string origin = url.GetLeftPart(UriPartial.Authority);
        return rest.Length >= LeastHidden ? $"{origin}/…{rest[^ShownCharacters..]}" : rest == "/" ? origin + rest : origin + "/…";
    }

    private static string Authority(string text)
    {
        string rest = text[(text.IndexOf("//", StringComparison.Ordinal) + 2)..];
        int end = rest.IndexOfAny(['/', '?']);
        return end < 0 ? rest : rest[..end];
    }

    private static string? HostComplaint(Uri url)
    {
        const string Private = "A host of the public internet is expected.";
        string host = url.IdnHost.Trim('[', ']');
        // The parser has turned every spelling of an address, such as 0x7f.1, into the usual one.
        if (url.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6)
            return IPAddress.TryParse(host, out var address) && PublicAddress.IsPublic(address) ? null : Private;
        if (url.HostNameType != UriHostNameType.Dns || host.EndsWith('.')) return "A host name without a dot at its end is expected.";
        string last = host[(host.LastIndexOf('.') + 1)..];
        // A last label with a digit in front belongs to no domain, but to an address that some parser may understand.
        if (!host.Contains('.', StringComparison.Ordinal) || char.IsAsciiDigit(last[0])) return Private;
        return LocalSuffixes.Any(suffix => host.EndsWith("." + suffix, StringComparison.OrdinalIgnoreCase)) ? Private : null;
    }
}

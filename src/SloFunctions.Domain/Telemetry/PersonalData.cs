using System.Text.RegularExpressions;

namespace SloFunctions.Domain.Telemetry;

/// <summary>
/// Tells label values that look like data of a person: e-mail addresses, IP addresses and identifiers of users. They must
/// not get into queries or into what is stored.
/// </summary>
public static partial class PersonalData
{
    /// <summary>What <paramref name="value"/> looks like, with its article; null when it looks like no person's data.</summary>
    /// <param name="value">A label value; anything.</param>
    public static string? Find(string value)
    {
        if (value.Contains('@', StringComparison.Ordinal) && EmailAddress().IsMatch(value)) return "an e-mail address";
        if (Uuid().IsMatch(value)) return "a user identifier";
        return IPv4Address().IsMatch(value) || HasIPv6Address(value) ? "an IP address" : null;
    }

    // Groups of hexadecimal digits: eight of them, or fewer around one "::". Times and hardware addresses have fewer and no "::".
    private static bool HasIPv6Address(string value) =>
        value.AsSpan().Count(':') >= 2 && IPv6Candidate().Matches(value).Any(m => IsIPv6Address(m.Value));

    private static bool IsIPv6Address(string text)
    {
        int shortened = text.IndexOf("::", StringComparison.Ordinal);
        if (shortened >= 0 && text.IndexOf("::", shortened + 1, StringComparison.Ordinal) >= 0) return false;
        if (shortened < 0 && (text.StartsWith(':') || text.EndsWith(':'))) return false;
        string[] groups = text.Split(':', StringSplitOptions.RemoveEmptyEntries);
        if (groups.Any(g => g.Length > 4)) return false;
        return shortened < 0 ? groups.Length == 8 : groups.Length is > 0 and < 8;
    }

    [GeneratedRegex(@"[\p{L}\p{N}._%+'-]@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EmailAddress();

    // With hyphens or without: both are how frameworks write the ids of users and sessions.
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32})(?![\p{L}\p{N}])",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Uuid();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}.])((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?![\p{L}\p{N}]|\.[0-9])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex IPv4Address();

    [GeneratedRegex(@"(?<![\p{L}\p{N}:])[0-9a-fA-F:]{3,39}(?![\p{L}\p{N}:])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IPv6Candidate();
}

using System.Text.RegularExpressions;

namespace SloFunctions.Functions.Observability;

/// <summary>Takes out of texts what looks like a secret: a second guard, for what foreign libraries put into their messages.</summary>
internal static partial class Redaction
{
    /// <summary>What stands where a secret was.</summary>
    public const string Mark = "[redacted]";

    private const int Timeout = 250;

    // A text longer than any honest message is cut: looking through it must not take long.
    private const int Longest = 32 * 1024;

    /// <summary>The text without credentials: header values, passwords and keys in connection strings or addresses, tokens.</summary>
    public static string Apply(string text)
    {
        if (text.Length > Longest) text = text[..Longest] + "…";
        try
        {
            text = Headers().Replace(text, "${name}" + Mark);
            text = Schemes().Replace(text, "${name}" + Mark);
            text = Pairs().Replace(text, "${name}" + Mark);
            text = Addresses().Replace(text, "${scheme}" + Mark + "@");
            return Tokens().Replace(text, Mark);
        }
        catch (RegexMatchTimeoutException)
        {
            return Mark;
        }
    }

    [GeneratedRegex("""(?<name>\b(?:proxy-)?authorization["']?\s*[:=]\s*["']?|\b(?:set-)?cookie["']?\s*[:=]\s*["']?|\bx-(?:api|functions)-key["']?\s*[:=]\s*["']?)[^\r\n"']+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Headers();

    [GeneratedRegex("""(?<name>\b(?:bearer|basic)\s+)[A-Za-z0-9._~+/=-]{8,}""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Schemes();

    [GeneratedRegex("""(?<name>\b(?:password|passwd|pwd|accountkey|sharedaccesskey|sharedaccesssignature|client_?secret|api_?key|access_?token|instrumentationkey|(?<=[?&])sig|(?<=[?&])code)["']?\s*[:=]\s*)("[^"]*"|'[^']*'|[^;&\s,"'}]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Pairs();

    [GeneratedRegex("""(?<scheme>\b[a-z][a-z0-9+.-]{1,20}://)[^\s/@]+@""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Addresses();

    [GeneratedRegex("""\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*)*|\bslo_[a-z0-9]{12}_[A-Za-z0-9_-]{20,}""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Tokens();
}

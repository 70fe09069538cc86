namespace SloFunctions.Infrastructure.Credentials;

/// <summary>What may follow <c>Bearer</c> in a header.</summary>
internal static class BearerToken
{
    /// <summary>Whether the text is visible ASCII without blanks, which a header can carry.</summary>
    public static bool IsOne(string text) => text.Length > 0 && text.All(c => c is > ' ' and < '\x7f');
}

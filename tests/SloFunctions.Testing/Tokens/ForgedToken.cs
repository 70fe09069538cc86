namespace SloFunctions.Testing.Tokens;

/// <summary>Something that looks more or less like a token and must be refused.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Token">What stands behind <c>Bearer </c> in the header.</param>
public sealed record ForgedToken(string Name, string Token)
{
    /// <summary>Whether HTTP clients and servers pass it on unchanged: visible ASCII, and not too long for a header.</summary>
    public bool CanBeSent => Token.Length is > 0 and < 20_000 && Token[0] > ' ' && Token[^1] > ' ' && Token.All(c => c is >= ' ' and <= '~');

    /// <inheritdoc/>
    public override string ToString() => Name;
}

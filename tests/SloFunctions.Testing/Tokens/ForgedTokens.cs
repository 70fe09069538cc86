using SloFunctions.Testing.Servers;

namespace SloFunctions.Testing.Tokens;

/// <summary>Every kind of token that must be refused.</summary>
public static class ForgedTokens
{
    private static readonly Dictionary<string, Func<TokenIssuer, string>> ByName =
        WrongClaims.All.Concat(WrongHeaders.All).Concat(WrongSignatures.All).Concat(WrongShapes.All).ToDictionary(f => f.Name, f => f.Make);

    /// <summary>The names of the kinds, for tests that are run for each.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys];

    /// <summary>One token of each kind. Nearly all of them would be an administrator's if they were believed.</summary>
    public static IReadOnlyList<ForgedToken> All(TokenIssuer issuer) => [.. Names.Select(name => One(name, issuer))];

    /// <summary>A token of one kind.</summary>
    public static ForgedToken One(string name, TokenIssuer issuer) => new(name, ByName[name](issuer));
}

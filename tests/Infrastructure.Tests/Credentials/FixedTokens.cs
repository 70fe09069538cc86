using Azure.Core;
using Azure.Identity;

namespace SloFunctions.Infrastructure.Tests.Credentials;

/// <summary>A source of Entra tokens that gives numbered ones, or fails.</summary>
internal sealed class FixedTokens : TokenCredential
{
    public List<string> Scopes { get; } = [];

    public bool Fails { get; set; }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        if (Fails) throw new CredentialUnavailableException("No managed identity here.");
        Scopes.AddRange(requestContext.Scopes);
        return new AccessToken($"entra-{Scopes.Count}", DateTimeOffset.UnixEpoch.AddYears(100));
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}

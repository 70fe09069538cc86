using System.Net.Http.Headers;
using Azure.Core;
using Azure.Identity;

namespace SloFunctions.Infrastructure.Credentials;

/// <summary>A token of Microsoft Entra ID for this app's identity; the source of tokens keeps and renews them.</summary>
/// <param name="tokens">Where tokens come from: a managed identity in Azure, the developer's own elsewhere.</param>
/// <param name="scope">What the token is for.</param>
public sealed class EntraCredential(TokenCredential tokens, string scope) : ITelemetryCredential
{
    private readonly string[] scopes = [scope];

    /// <inheritdoc/>
    public async ValueTask<AuthenticationHeaderValue?> HeaderAsync(CancellationToken cancellation)
    {
        try
        {
            var token = await tokens.GetTokenAsync(new TokenRequestContext(scopes), cancellation);
            return new AuthenticationHeaderValue("Bearer", token.Token);
        }
        catch (Exception e) when (e is AuthenticationFailedException or Azure.RequestFailedException)
        {
            throw new CredentialException($"Microsoft Entra ID gives no token for {scope}.", e);
        }
    }
}

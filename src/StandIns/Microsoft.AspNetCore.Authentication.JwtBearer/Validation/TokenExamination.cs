using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Microsoft.AspNetCore.Authentication.JwtBearer.Validation;

/// <summary>Examines tokens as <paramref name="options"/> ask. What costs nothing comes first, so that few forgeries reach the keys.</summary>
internal sealed class TokenExamination(JwtBearerOptions options, DateTimeOffset now)
{
    public async Task<ExaminedToken> ExamineAsync(string token, CancellationToken cancellation)
    {
        if (CompactToken.Parse(token, out string complaint) is not { } parsed) return ExaminedToken.Refused(complaint);
        var asked = options.TokenValidationParameters;
        if (TokenHeader.Read(parsed.Header, asked.ValidAlgorithms, out var header) is { } badHeader) return ExaminedToken.Refused(badHeader);
        if (TokenPayload.CheckTimes(parsed.Payload, now, asked.ClockSkew, out var expires) is { } badTimes) return ExaminedToken.Refused(badTimes);
        if (!TokenPayload.IsFor(parsed.Payload, Audiences())) return ExaminedToken.Refused("The token is for somebody else.");
        try
        {
            return await VerifyAsync(parsed, header, cancellation) is { } unproved
                ? ExaminedToken.Refused(unproved)
                : new ExaminedToken(Principal(parsed), expires, "");
        }
        catch (InvalidOperationException)
        {
            return ExaminedToken.Refused("The provider's keys are not known.");
        }
        catch (CryptographicException)
        {
            return ExaminedToken.Refused("The token's signature is none.");
        }
    }

    private async Task<string?> VerifyAsync(CompactToken token, TokenHeader header, CancellationToken cancellation)
    {
        if (options.ConfigurationManager is not { } manager) return "No provider is set.";
        var provider = await manager.GetConfigurationAsync(cancellation);
        if (StrictJson.Text(token.Payload, "iss") != provider.Issuer) return "The token is of another provider.";
        if (!Suitable(provider, header).Any())
        {
            manager.RequestRefresh();
            provider = await manager.GetConfigurationAsync(cancellation);
            if (!Suitable(provider, header).Any()) return "The token's key is not known.";
        }

        return Suitable(provider, header).Any(key => key.Verify(header.Algorithm, token.Signed, token.Signature)) ? null : "The token's signature is wrong.";
    }

    // A token need not name its key.
    private static IEnumerable<VerificationKey> Suitable(OpenIdConnectConfiguration provider, TokenHeader header) =>
        provider.Keys.Where(key => (header.KeyId is null || key.Id == header.KeyId) && key.Algorithms.Contains(header.Algorithm));

    private string[] Audiences() =>
    [
        .. new[] { options.Audience }.Concat(options.TokenValidationParameters.ValidAudiences ?? []).OfType<string>().Where(a => a.Length > 0),
    ];

    private static ClaimsPrincipal Principal(CompactToken token) =>
        new(new ClaimsIdentity(TokenPayload.Claims(token.Payload, StrictJson.Text(token.Payload, "iss")!), "AuthenticationTypes.Federation"));
}

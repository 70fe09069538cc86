using Microsoft.AspNetCore.Authentication.JwtBearer.Validation;

namespace Microsoft.IdentityModel.Protocols.OpenIdConnect;

/// <summary>What a provider says of itself. The real type lives in the package <c>Microsoft.IdentityModel.Protocols.OpenIdConnect</c>.</summary>
public class OpenIdConnectConfiguration
{
    /// <summary>The name in the provider's tokens.</summary>
    public string Issuer { get; set; } = null!;

    /// <summary>Where the provider's keys are.</summary>
    public string JwksUri { get; set; } = null!;

    internal IReadOnlyList<VerificationKey> Keys { get; init; } = [];
}

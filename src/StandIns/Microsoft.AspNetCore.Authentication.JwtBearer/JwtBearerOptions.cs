using System.Security.Claims;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.AspNetCore.Authentication.JwtBearer;

/// <summary>Which provider's tokens are taken, and what they must hold.</summary>
public class JwtBearerOptions : AuthenticationSchemeOptions
{
    /// <summary>The provider's address; its discovery document lies below it.</summary>
    public string? Authority { get; set; }

    /// <summary>Who a token must be for.</summary>
    public string? Audience { get; set; }

    /// <summary>Where the discovery document is; <c>.well-known/openid-configuration</c> below <see cref="Authority"/> when nothing is set.</summary>
    public string MetadataAddress { get; set; } = null!;

    /// <summary>Whether the discovery document and the keys are read over https only. The default is true.</summary>
    public bool RequireHttpsMetadata { get; set; } = true;

    /// <summary>Reads the discovery document and the keys; made from the settings above when nothing is set.</summary>
    public HttpClient Backchannel { get; set; } = null!;

    /// <summary>Keeps the discovery document and the keys.</summary>
    public IConfigurationManager<OpenIdConnectConfiguration>? ConfigurationManager { get; set; }

    /// <summary>How long the discovery document and the keys are used before they are read again. The default is 12 hours.</summary>
    public TimeSpan AutomaticRefreshInterval { get; set; } = TimeSpan.FromHours(12);

    /// <summary>The least time between two readings that tokens with unknown keys bring about. The default is five minutes.</summary>
    public TimeSpan RefreshInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether claims get the long names of older standards. The default is true, which this stand-in cannot do.</summary>
    public bool MapInboundClaims { get; set; } = true;

    /// <summary>What else a token must satisfy.</summary>
    public TokenValidationParameters TokenValidationParameters { get; set; } = new();

    /// <summary>What is wrong with a principal whose token is right, or null; for packages that build on this one.</summary>
    internal Func<ClaimsPrincipal, string?> Objection { get; set; } = _ => null;
}

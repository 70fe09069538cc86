using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Identity.Web;

/// <summary>Adds authentication by tokens of Microsoft Entra ID.</summary>
public static class MicrosoftIdentityWebApiAuthenticationBuilderExtensions
{
    // Either shows that the token was meant for an API: a right that a user gave, or a role that an administrator gave.
    private static readonly string[] Rights = ["scp", "http://schemas.microsoft.com/identity/claims/scope", "roles", ClaimTypes.Role];

    /// <summary>Adds a scheme that takes the tokens of one tenant for one app.</summary>
    /// <param name="builder">Where schemes are added.</param>
    /// <param name="configuration">The settings.</param>
    /// <param name="configSectionName">The section with <c>Instance</c>, <c>TenantId</c>, <c>ClientId</c> and <c>Audience</c> or <c>Audiences</c>.</param>
    /// <param name="jwtBearerScheme">The scheme's name.</param>
    /// <param name="subscribeToJwtBearerMiddlewareDiagnosticsEvents">Without effect here.</param>
    public static MicrosoftIdentityWebApiAuthenticationBuilderWithConfiguration AddMicrosoftIdentityWebApi(
        this AuthenticationBuilder builder,
        IConfiguration configuration,
        string configSectionName = "AzureAd",
        string jwtBearerScheme = "Bearer",
        bool subscribeToJwtBearerMiddlewareDiagnosticsEvents = false)
    {
        var section = configuration.GetSection(configSectionName);
        builder.AddJwtBearer(jwtBearerScheme, options => Configure(options, section));
        return new MicrosoftIdentityWebApiAuthenticationBuilderWithConfiguration();
    }

    private static void Configure(JwtBearerOptions options, IConfigurationSection section)
    {
        string client = section["ClientId"] ?? throw new InvalidOperationException("The setting ClientId is missing.");
        options.Authority = $"{section["Instance"]?.TrimEnd('/')}/{section["TenantId"]}/v2.0";
        var others = section.GetSection("Audiences").GetChildren().Select(a => a.Value).Append(section["Audience"]).OfType<string>();
        options.TokenValidationParameters.ValidAudiences = [client, $"api://{client}", .. others.Where(a => a.Length > 0)];
        options.Objection = principal => principal.Claims.Any(c => Rights.Contains(c.Type)) ? null : "The token has neither a scope nor a role.";
    }
}

using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Web;
using SloFunctions.Application.Health;
using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.Functions.Access;

/// <summary>Registers what tells who asks, with the identity provider whose tokens are taken.</summary>
internal static class IdentityRegistration
{
    /// <summary>Registers what the settings name.</summary>
    /// <exception cref="InvalidSettingException">A setting of the sections <c>Identity</c> or <c>AzureAd</c> is wrong.</exception>
    public static IServiceCollection AddIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.Bind<IdentityOptions>(IdentityOptions.Section);
        services.AddSingleton(options).AddSingleton<UserTokens>().AddSingleton<ClientAddress>().AddSingleton<Credentials>();
        return options.Provider switch
        {
            IdentityProviderKind.Entra => services.AddEntra(configuration).AddProbe(),
            IdentityProviderKind.Oidc => services.AddOidc(options).AddProbe(),
            _ => services,
        };
    }

    private static IServiceCollection AddEntra(this IServiceCollection services, IConfiguration configuration)
    {
        var entra = configuration.Bind<EntraOptions>(EntraOptions.Section);
        services.AddAuthentication().AddMicrosoftIdentityWebApi(configuration, EntraOptions.Section, JwtBearerDefaults.AuthenticationScheme);
        return services.Configure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, bearer =>
        {
            bearer.RequireHttpsMetadata = !entra.IsLocal;
            Restrict(bearer);
        });
    }

    private static IServiceCollection AddOidc(this IServiceCollection services, IdentityOptions options)
    {
        services.AddAuthentication().AddJwtBearer(JwtBearerDefaults.AuthenticationScheme, bearer =>
        {
            bearer.Authority = options.Authority;
            bearer.Audience = options.Audience;
            bearer.RequireHttpsMetadata = options.RequireHttpsMetadata;
            Restrict(bearer);
        });
        return services;
    }

    // The packages' own defaults are wider: any algorithm of the provider's keys, five minutes of grace, keys used for half a day.
    private static void Restrict(JwtBearerOptions bearer)
    {
        bearer.MapInboundClaims = false;
        bearer.TokenValidationParameters.ValidAlgorithms = ["RS256", "PS256", "ES256"];
        bearer.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
        bearer.AutomaticRefreshInterval = TimeSpan.FromMinutes(5);
        bearer.RefreshInterval = TimeSpan.FromSeconds(30);
        var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false };
        bearer.Backchannel = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(5), MaxResponseContentBufferSize = 1 << 20 };
    }

    private static IServiceCollection AddProbe(this IServiceCollection services) => services.AddSingleton<IDependencyProbe, IdentityProviderHealth>();
}

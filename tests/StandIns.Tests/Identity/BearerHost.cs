using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Web;

namespace StandIns.Tests.Identity;

/// <summary>The least that a scheme needs to be asked who sends a token.</summary>
internal sealed class BearerHost : IDisposable
{
    private readonly ServiceProvider services;

    public BearerHost(Action<AuthenticationBuilder> configure)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        configure(collection.AddAuthentication());
        services = collection.BuildServiceProvider();
    }

    public static BearerHost Entra(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>($"Directory:{s.Name}", s.Value))).Build();
        return new BearerHost(builder =>
        {
            builder.AddMicrosoftIdentityWebApi(configuration, "Directory", "Entra").ShouldNotBeNull();
            builder.Services.Configure<Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerOptions>("Entra", options =>
            {
                options.MapInboundClaims = false;
                options.RequireHttpsMetadata = false;
            });
        });
    }

    public async Task<AuthenticateResult> AskAsync(string scheme, string? authorization)
    {
        await using var scope = services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        if (authorization is not null) http.Request.Headers.Authorization = authorization;
        return await http.AuthenticateAsync(scheme);
    }

    public void Dispose() => services.Dispose();
}

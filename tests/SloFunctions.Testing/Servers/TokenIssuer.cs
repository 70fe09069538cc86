using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SloFunctions.Testing.Tokens;

namespace SloFunctions.Testing.Servers;

/// <summary>An identity provider within the tests: it publishes its keys on 127.0.0.1 and signs whatever a test asks for.</summary>
public sealed class TokenIssuer : IAsyncDisposable
{
    /// <summary>Who its tokens are for.</summary>
    public const string Audience = "slo-functions";

    private readonly int port = FreePort.Next();
    private readonly TimeProvider clock;
    private WebApplication? app;
    private int generation;
    private int requests;
    private int strayRequests;

    private TokenIssuer(TimeProvider clock)
    {
        this.clock = clock;
        Issuer = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        Keys = new IssuerKeys("key0");
        PublishedKeys = Keys.KeySet().ToJsonString();
        Discovery = new JsonObject { ["issuer"] = Issuer, ["jwks_uri"] = $"{Issuer}/keys" }.ToJsonString();
    }

    /// <summary>The issuer's name, and where it answers; it stays the same over <see cref="RestartAsync"/>.</summary>
    public string Issuer { get; }

    /// <summary>What it signs with.</summary>
    public IssuerKeys Keys { get; private set; }

    /// <summary>What it answers when asked for its keys.</summary>
    public string PublishedKeys { get; set; }

    /// <summary>What it answers when asked for its discovery document, under whatever path that lies.</summary>
    public string Discovery { get; set; }

    /// <summary>How often its discovery document was asked for.</summary>
    public int Requests => Volatile.Read(ref requests);

    /// <summary>How often it was asked for anything but its discovery document and keys.</summary>
    public int StrayRequests => Volatile.Read(ref strayRequests);

    /// <summary>Starts an issuer on a free port.</summary>
    /// <param name="clock">Says from when to when tokens are in force; the system's when null.</param>
    public static async Task<TokenIssuer> StartAsync(TimeProvider? clock = null)
    {
        var issuer = new TokenIssuer(clock ?? TimeProvider.System);
        await issuer.RestartAsync();
        return issuer;
    }

    /// <summary>Answers nobody any more.</summary>
    public async Task StopAsync()
    {
        if (app is { } running)
        {
            app = null;
            await running.DisposeAsync();
        }
    }

    /// <summary>Answers again, with the same keys.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(Issuer);
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
    }

    /// <summary>Signs with other keys from now on, and publishes those alone.</summary>
    public void Rotate()
    {
        Keys = new IssuerKeys(string.Create(CultureInfo.InvariantCulture, $"key{++generation}"));
        PublishedKeys = Keys.KeySet().ToJsonString();
    }

    /// <summary>A valid token.</summary>
    /// <param name="subject">Its subject.</param>
    /// <param name="roles">Its roles.</param>
    /// <param name="groups">Its groups.</param>
    /// <param name="email">Its address; none when null.</param>
    /// <param name="algorithm">RS256, PS256 or ES256.</param>
    public string Token(string subject, string[] roles, string[] groups, string? email = null, string algorithm = "RS256")
    {
        var claims = Claims();
        claims["sub"] = subject;
        claims["roles"] = new JsonArray([.. roles.Select(r => JsonValue.Create(r))]);
        claims["groups"] = new JsonArray([.. groups.Select(g => JsonValue.Create(g))]);
        if (email is not null) claims["email"] = email;
        return Sign(Header(algorithm), claims);
    }

    /// <summary>The claims of a valid token of an administrator, in force for an hour; to be changed.</summary>
    public JsonObject Claims()
    {
        long now = clock.GetUtcNow().ToUnixTimeSeconds();
        return new()
        {
            ["iss"] = Issuer,
            ["aud"] = Audience,
            ["sub"] = "mallory",
            ["roles"] = new JsonArray("sre_admin"),
            ["iat"] = now,
            ["nbf"] = now,
            ["exp"] = now + 3600,
        };
    }

    /// <summary>The header of a valid token; to be changed.</summary>
    public JsonObject Header(string algorithm = "RS256") =>
        new() { ["alg"] = algorithm, ["typ"] = "JWT", ["kid"] = algorithm == "ES256" ? Keys.EcId : Keys.RsaId };

    /// <summary>A token of any header and claims, signed with the issuer's keys as its header says.</summary>
    public string Sign(JsonObject header, JsonObject claims) => Sign(header.ToJsonString(), claims.ToJsonString(), header["alg"]?.ToString() ?? "");

    /// <summary>A token of any text, signed with the issuer's keys.</summary>
    public string Sign(string header, string claims, string algorithm = "RS256")
    {
        string signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(Keys.Sign(algorithm, signed))}";
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Keys.Dispose();
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private Task AnswerAsync(HttpContext http)
    {
        bool isDiscovery = http.Request.Path.Value!.EndsWith("/.well-known/openid-configuration", StringComparison.Ordinal);
        if (isDiscovery) Interlocked.Increment(ref requests);
        else if (http.Request.Path != "/keys") Interlocked.Increment(ref strayRequests);
        return http.Response.WriteAsync(isDiscovery ? Discovery : PublishedKeys);
    }
}

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SloFunctions.Application.Access;
using SloFunctions.Application.Failures;

namespace SloFunctions.Functions.Access;

/// <summary>Tells who sent a request by its bearer token. What became of a token is remembered, so that its signature is verified once in five minutes.</summary>
public sealed partial class UserTokens
{
    private const int Slots = 8192;
    private static readonly TimeSpan Trust = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Distrust = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private readonly TimeProvider clock;
    private readonly ILogger<UserTokens> logger;
    private readonly JwtBearerOptions? scheme;
    private readonly CallerClaims claims;

    // Apart, so that no flood of forgeries drives out the tokens of those who work.
    private readonly TokenCache accepted = new(Slots);
    private readonly TokenCache refused = new(Slots);

    /// <summary>Prepares to take the tokens of the provider that the settings name; no server is called.</summary>
    /// <param name="options">Whose tokens, and what their claims mean.</param>
    /// <param name="schemes">How they are verified.</param>
    /// <param name="clock">Says until when an outcome is remembered.</param>
    /// <param name="logger">Is told why tokens are refused, and never the tokens.</param>
    public UserTokens(IdentityOptions options, IOptionsMonitor<JwtBearerOptions> schemes, TimeProvider clock, ILogger<UserTokens> logger)
    {
        this.clock = clock;
        this.logger = logger;
        scheme = options.Provider == IdentityProviderKind.None ? null : schemes.Get(JwtBearerDefaults.AuthenticationScheme);
        claims = new CallerClaims(options);
    }

    /// <summary>Who sent the request.</summary>
    /// <returns>Null when it has no bearer token, or one that is not valid.</returns>
    /// <exception cref="DependencyUnavailableException">The provider's keys are not known, since it has not answered yet.</exception>
    public async Task<Caller?> AuthenticateAsync(HttpContext http)
    {
        if (BearerHeader.Read(http.Request, out bool isPresent) is not { } token)
        {
            if (isPresent) LogRefused("It is no token, or too long a one.");
            return null;
        }

        if (scheme is null)
        {
            LogRefused("No identity provider is set.");
            return null;
        }

        var digest = CredentialDigest.Of(token);
        var now = clock.GetUtcNow();
        if (accepted.TryFind(digest, now, out var known)) return known;
        if (refused.TryFind(digest, now, out _)) return null;
        await RequireKeysAsync(scheme, http.RequestAborted);
        return await ExamineAsync(http, digest);
    }

    private async Task<Caller?> ExamineAsync(HttpContext http, CredentialDigest digest)
    {
        AuthenticateResult result;
        try
        {
            result = await http.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The packages throw for some tokens; what they say may quote them.
            result = AuthenticateResult.Fail(e.GetType().Name);
        }

        var now = clock.GetUtcNow();
        if (!result.Succeeded)
        {
            LogRefused(result.Failure?.Message ?? "It is no token.");
            refused.Keep(digest, null, now + Distrust);
            return null;
        }

        if (claims.Read(result.Principal) is not { } caller)
        {
            LogRefused("It names nobody.");
            refused.Keep(digest, null, now + Distrust);
            return null;
        }

        var end = result.Properties?.ExpiresUtc ?? now;
        accepted.Keep(digest, caller, end < now + Trust ? end : now + Trust);
        return caller;
    }

    // Without keys nobody can tell a good token from a bad one. Once there are some they are kept, whatever becomes of the provider.
    private static async Task RequireKeysAsync(JwtBearerOptions scheme, CancellationToken cancellation)
    {
        try
        {
            await scheme.ConfigurationManager!.GetConfigurationAsync(cancellation);
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException)
        {
            throw new DependencyUnavailableException("identity-provider", RetryAfter, e);
        }
    }

    [LoggerMessage(4201, LogLevel.Information, "A bearer token was refused: {Reason}")]
    private partial void LogRefused(string reason);
}

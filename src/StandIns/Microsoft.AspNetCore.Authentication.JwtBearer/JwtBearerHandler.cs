using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication.JwtBearer.Validation;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Authentication.JwtBearer;

/// <summary>Takes the token from the request and has it examined.</summary>
internal sealed class JwtBearerHandler(IOptionsMonitor<JwtBearerOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<JwtBearerOptions>(options, logger, encoder)
{
    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string authorization = Request.Headers.Authorization.ToString();
        if (!authorization.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();

        var examined = await new TokenExamination(Options, TimeProvider.GetUtcNow()).ExamineAsync(
            authorization[Prefix.Length..].Trim(), Context.RequestAborted);
        if (examined.Principal is not { } principal) return AuthenticateResult.Fail(examined.Complaint);
        if (Options.Objection(principal) is { } objection) return AuthenticateResult.Fail(objection);
        return AuthenticateResult.Success(new AuthenticationTicket(
            principal, new AuthenticationProperties { ExpiresUtc = examined.Expires }, Scheme.Name));
    }
}

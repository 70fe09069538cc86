using System.Collections.ObjectModel;
using System.Security.Claims;
using SloFunctions.Application.Access;

namespace SloFunctions.Functions.Access;

/// <summary>Reads a caller from the claims of a valid token.</summary>
internal sealed class CallerClaims(IdentityOptions options)
{
    // The programs of providers that give them no subject: RFC 9068, and the two that Microsoft Entra ID has had.
    private static readonly string[] SubjectClaims = ["sub", "azp", "client_id", "appid"];

    private readonly string[] teams = Names(options.TeamsClaims);
    private readonly string[] actors = Names(options.ActorClaims);

    /// <summary>Whom the claims describe; null when they name nobody.</summary>
    public Caller? Read(ClaimsPrincipal principal)
    {
        // A subject that is there but unusable is not replaced by something that others share.
        if (SubjectClaims.FirstOrDefault(name => principal.HasClaim(c => c.Type == name)) is not { } claim || First(principal, [claim]) is not { } subject) return null;
        return new Caller(
            CredentialKind.UserToken,
            "user:" + subject,
            First(principal, actors) ?? subject,
            ClaimValues.Of(principal, options.RolesClaim).Select(RoleOf).Max(),
            [.. teams.SelectMany(name => ClaimValues.Of(principal, name)).Distinct(StringComparer.Ordinal)],
            ReadOnlyDictionary<string, int>.Empty);
    }

    private static string? First(ClaimsPrincipal principal, string[] claims) =>
        claims.SelectMany(name => ClaimValues.Of(principal, name)).FirstOrDefault();

    private static Role? RoleOf(string name) => name switch
    {
        "viewer" => Role.Viewer,
        "service_owner" => Role.ServiceOwner,
        "sre_admin" => Role.SreAdmin,
        _ => null,
    };

    private static string[] Names(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

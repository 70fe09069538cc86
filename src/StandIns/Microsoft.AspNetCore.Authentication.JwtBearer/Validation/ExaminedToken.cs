using System.Security.Claims;

namespace Microsoft.AspNetCore.Authentication.JwtBearer.Validation;

/// <summary>What came of examining a token.</summary>
/// <param name="Principal">Whom it proves; null when it is refused.</param>
/// <param name="Expires">Until when.</param>
/// <param name="Complaint">Why it is refused, without anything of the token.</param>
internal sealed record ExaminedToken(ClaimsPrincipal? Principal, DateTimeOffset Expires, string Complaint)
{
    public static ExaminedToken Refused(string complaint) => new(null, default, complaint);
}

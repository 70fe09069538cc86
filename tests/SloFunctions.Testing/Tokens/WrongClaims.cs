using System.Text.Json.Nodes;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Testing.Tokens;

/// <summary>Tokens that the issuer signed, but not for us, not for now, or not with proper claims.</summary>
internal static class WrongClaims
{
    public static IEnumerable<(string Name, Func<TokenIssuer, string> Make)> All =>
    [
        Claims("expired an hour ago", c => c["exp"] = Now(c) - 3600),
        Claims("expired just before the grace", c => c["exp"] = Now(c) - 61),
        Claims("in force in an hour", c => c["nbf"] = Now(c) + 3600),
        Claims("for another audience", c => c["aud"] = "payments"),
        Claims("for a list of other audiences", c => c["aud"] = new JsonArray("payments", "billing")),
        Claims("for an audience of other case", c => c["aud"] = "SLO-functions"),
        Claims("for an audience that only begins right", c => c["aud"] = "slo-functions-test"),
        Claims("for an audience that is an object", c => c["aud"] = new JsonObject { ["slo-functions"] = true }),
        Claims("for an audience that is a number", c => c["aud"] = 1),
        Claims("for audiences some of which are no text", c => c["aud"] = new JsonArray("slo-functions", 1)),
        Claims("for no audience", c => c.Remove("aud")),
        Claims("for an empty list of audiences", c => c["aud"] = new JsonArray()),
        Claims("for an audience of null", c => c["aud"] = null),
        Claims("of another issuer", c => c["iss"] = "https://evil.example"),
        Claims("of an issuer with a slash too many", c => c["iss"] = c["iss"] + "/"),
        Claims("of a list of issuers", c => c["iss"] = new JsonArray(c["iss"]!.DeepClone())),
        Claims("of no issuer", c => c.Remove("iss")),
        Claims("without expiry", c => c.Remove("exp")),
        Claims("with expiry as text", c => c["exp"] = (Now(c) + 3600).ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Claims("with expiry of null", c => c["exp"] = null),
        Claims("with expiry as truth", c => c["exp"] = true),
        Claims("with expiry as a list", c => c["exp"] = new JsonArray(Now(c) + 3600)),
        Claims("with a broken second of expiry", c => c["exp"] = Now(c) + 3600.5),
        Claims("with expiry before 1970", c => c["exp"] = -1),
        Claims("with expiry after the year 9999", c => c["exp"] = 253_402_300_800),
        Claims("with start as text", c => c["nbf"] = "0"),
        Text("with expiry beyond 64 bits", c => c.Replace("\"exp\":", "\"exp\":99999999999999999999", StringComparison.Ordinal)),
        Text("with infinite expiry", c => c.Replace("\"exp\":", "\"exp\":1e99999,\"x\":", StringComparison.Ordinal)),
        Claims("of nobody", c => c.Remove("sub")),
        Claims("of an empty subject", c => c["sub"] = ""),
        Claims("of a subject of spaces", c => c["sub"] = "  "),
        Claims("of a subject too long", c => c["sub"] = new string('a', 256)),
        Claims("of a subject with a null character", c => c["sub"] = "mallory\0"),
        Claims("of a subject that starts a line", c => c["sub"] = "mallory\nadmin"),
    ];

    private static (string Name, Func<TokenIssuer, string> Make) Claims(string name, Action<JsonObject> change)
    {
        return (name, Make);

        string Make(TokenIssuer issuer)
        {
            var claims = issuer.Claims();
            change(claims);
            return issuer.Sign(issuer.Header(), claims);
        }
    }

    private static (string Name, Func<TokenIssuer, string> Make) Text(string name, Func<string, string> change) =>
        (name, issuer => issuer.Sign(issuer.Header().ToJsonString(), change(issuer.Claims().ToJsonString())));

    private static long Now(JsonObject claims) => (long)claims["iat"]!;
}

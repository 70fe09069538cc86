using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SloFunctions.Testing.Tokens;

/// <summary>An RSA and an elliptic key, and what they sign.</summary>
public sealed class IssuerKeys : IDisposable
{
    /// <summary>Makes keys.</summary>
    /// <param name="name">What their ids begin with.</param>
    public IssuerKeys(string name) => (RsaId, EcId) = ($"{name}-rsa", $"{name}-ec");

    /// <summary>The RSA key, for RS256 and PS256.</summary>
    public RSA Rsa { get; } = RSA.Create(2048);

    /// <summary>The key on P-256, for ES256.</summary>
    public ECDsa Ec { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The id of <see cref="Rsa"/>.</summary>
    public string RsaId { get; }

    /// <summary>The id of <see cref="Ec"/>.</summary>
    public string EcId { get; }

    /// <summary>The public half of <see cref="Rsa"/>.</summary>
    public JsonObject RsaJwk() => RsaJwk(Rsa, RsaId);

    /// <summary>The public half of an RSA key.</summary>
    public static JsonObject RsaJwk(RSA rsa, string id)
    {
        var key = rsa.ExportParameters(includePrivateParameters: false);
        return new() { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = id, ["n"] = Text(key.Modulus!), ["e"] = Text(key.Exponent!) };
    }

    /// <summary>The public half of <see cref="Ec"/>.</summary>
    public JsonObject EcJwk()
    {
        var key = Ec.ExportParameters(includePrivateParameters: false);
        return new() { ["kty"] = "EC", ["crv"] = "P-256", ["use"] = "sig", ["kid"] = EcId, ["x"] = Text(key.Q.X!), ["y"] = Text(key.Q.Y!) };
    }

    /// <summary>The key set as a provider publishes it.</summary>
    public JsonObject KeySet() => new() { ["keys"] = new JsonArray(RsaJwk(), EcJwk()) };

    /// <summary>Signs what stands before a token's last dot.</summary>
    /// <param name="algorithm">RS256, PS256 or ES256; anything else is signed like RS256, whatever it says.</param>
    /// <param name="signed">Header and payload.</param>
    public byte[] Sign(string algorithm, string signed)
    {
        byte[] data = Encoding.UTF8.GetBytes(signed);
        return algorithm switch
        {
            "ES256" => Ec.SignData(data, HashAlgorithmName.SHA256),
            "PS256" => Rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            _ => Rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Rsa.Dispose();
        Ec.Dispose();
    }

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}

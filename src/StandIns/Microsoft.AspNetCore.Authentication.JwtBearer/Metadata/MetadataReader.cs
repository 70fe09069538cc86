using System.Text.Json;
using Microsoft.AspNetCore.Authentication.JwtBearer.Validation;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Microsoft.AspNetCore.Authentication.JwtBearer.Metadata;

/// <summary>Reads a provider's discovery document and keys. <see href="https://openid.net/specs/openid-connect-discovery-1_0.html"/></summary>
internal sealed class MetadataReader(JwtBearerOptions options)
{
    private const int MostKeys = 50;

    /// <exception cref="InvalidOperationException">The provider does not answer, or not with metadata.</exception>
    public async Task<OpenIdConnectConfiguration> ReadAsync()
    {
        try
        {
            var discovery = await ReadObjectAsync(options.MetadataAddress);
            string issuer = Text(discovery, "issuer"), address = Text(discovery, "jwks_uri");
            var keys = Keys(await ReadObjectAsync(address));
            return new OpenIdConnectConfiguration { Issuer = issuer, JwksUri = address, Keys = keys };
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or FormatException or UriFormatException)
        {
            throw new InvalidOperationException($"The metadata at {options.MetadataAddress} cannot be read: {e.Message}", e);
        }
    }

    private async Task<JsonElement> ReadObjectAsync(string address)
    {
        var url = new Uri(address, UriKind.Absolute);
        if (url.Scheme != Uri.UriSchemeHttps && (options.RequireHttpsMetadata || url.Scheme != Uri.UriSchemeHttp))
            throw new FormatException("Its address is not one of https.");
        return StrictJson.ReadObject(await options.Backchannel.GetByteArrayAsync(url)) ?? throw new FormatException("A JSON object is expected.");
    }

    private static VerificationKey[] Keys(JsonElement set)
    {
        if (!set.TryGetProperty("keys", out var all) || all.ValueKind != JsonValueKind.Array) throw new FormatException("It lists no keys.");
        VerificationKey[] usable = [.. all.EnumerateArray().Take(MostKeys).Select(JsonWebKey.Read).OfType<VerificationKey>()];
        return usable.Length > 0 ? usable : throw new FormatException("It has no key of use.");
    }

    private static string Text(JsonElement owner, string name) =>
        StrictJson.Text(owner, name) is { Length: > 0 } text ? text : throw new FormatException($"It has no {name}.");
}

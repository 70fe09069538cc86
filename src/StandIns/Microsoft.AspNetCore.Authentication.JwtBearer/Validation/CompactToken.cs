using System.Text;
using System.Text.Json;

namespace Microsoft.AspNetCore.Authentication.JwtBearer.Validation;

/// <summary>A token taken apart (RFC 7515 §3.1); nothing in it is believed yet.</summary>
/// <param name="Header">How it says it was signed.</param>
/// <param name="Payload">What it claims.</param>
/// <param name="Signed">The bytes that the signature is of.</param>
/// <param name="Signature">The signature.</param>
internal sealed record CompactToken(JsonElement Header, JsonElement Payload, byte[] Signed, byte[] Signature)
{
    private const int MostCharacters = 16 << 10;

    /// <summary>Takes a token apart; null, with a complaint, when it is none.</summary>
    public static CompactToken? Parse(string token, out string complaint)
    {
        complaint = "";
        if (token.Length > MostCharacters) return No("The token is too long.", out complaint);
        // The fourth part, if there is one, is seen and not split further.
        string[] parts = token.Split('.', 4);
        if (parts.Length != 3) return No("A token has three parts.", out complaint);
        if (Base64UrlText.Read(parts[0]) is not { } header || Base64UrlText.Read(parts[1]) is not { } payload
            || Base64UrlText.Read(parts[2]) is not { Length: > 0 } signature)
        {
            return No("The token is not base64url.", out complaint);
        }

        if (StrictJson.ReadObject(header) is not { } how || StrictJson.ReadObject(payload) is not { } what)
            return No("Header and payload of a token are JSON objects.", out complaint);
        return new CompactToken(how, what, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), signature);
    }

    private static CompactToken? No(string reason, out string complaint)
    {
        complaint = reason;
        return null;
    }
}

using System.Buffers.Text;

namespace Microsoft.AspNetCore.Authentication.JwtBearer.Validation;

/// <summary>Reads base64url (RFC 4648 §5) written in the one way that RFC 7515 allows.</summary>
internal static class Base64UrlText
{
    /// <summary>The bytes; null when the text has padding, white space, stray bits or characters of another alphabet.</summary>
    public static byte[]? Read(string text)
    {
        try
        {
            byte[] bytes = Base64Url.DecodeFromChars(text);
            // The decoder forgives; what it forgives is written differently.
            return Base64Url.EncodeToString(bytes) == text ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

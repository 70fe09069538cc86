using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SloFunctions.Domain.Notifications;

/// <summary>Proves to a receiver that a notification comes from here and when it was sent.</summary>
public static class WebhookSignature
{
    /// <summary>The header's value: <c>t=</c> the seconds since 1970, <c>,v1=</c> the HMAC-SHA256 of these, a full stop and the body, in hexadecimal.</summary>
    /// <param name="secret">What sender and receiver share.</param>
    /// <param name="at">When it is sent.</param>
    /// <param name="body">The body, byte by byte as it is sent.</param>
    public static string Of(string secret, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        string time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(time), (byte)'.', .. body];
        return $"t={time},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }
}

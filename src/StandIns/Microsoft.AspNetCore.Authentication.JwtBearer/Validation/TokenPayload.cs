using System.Security.Claims;
using System.Text.Json;

namespace Microsoft.AspNetCore.Authentication.JwtBearer.Validation;

/// <summary>Examines what a token claims.</summary>
internal static class TokenPayload
{
    // The last second of the year 9999.
    private const long MostSeconds = 253_402_300_799;

    /// <summary>Whether the token is in force.</summary>
    /// <returns>What is wrong with its times; null when nothing is.</returns>
    public static string? CheckTimes(JsonElement payload, DateTimeOffset now, TimeSpan skew, out DateTimeOffset expires)
    {
        expires = default;
        if (Time(payload, "exp") is not { } end) return "The token has no proper time of expiry.";
        if (end.UtcTicks <= (now - skew).UtcTicks) return "The token has expired.";
        if (payload.TryGetProperty("nbf", out _))
        {
            if (Time(payload, "nbf") is not { } start) return "The token has no proper time of start.";
            if (start > now + skew) return "The token is not in force yet.";
        }

        expires = end;
        return null;
    }

    /// <summary>Whether the token is for one of <paramref name="audiences"/>.</summary>
    public static bool IsFor(JsonElement payload, IReadOnlyCollection<string> audiences)
    {
        if (!payload.TryGetProperty("aud", out var aud)) return false;
        return aud.ValueKind switch
        {
            JsonValueKind.String => audiences.Contains(aud.GetString()!),
            JsonValueKind.Array => aud.EnumerateArray().All(a => a.ValueKind == JsonValueKind.String)
                && aud.EnumerateArray().Any(a => audiences.Contains(a.GetString()!)),
            _ => false,
        };
    }

    /// <summary>The claims as the real package shows them: one for each element of a list, objects as their JSON.</summary>
    public static IEnumerable<Claim> Claims(JsonElement payload, string issuer) =>
        from member in payload.EnumerateObject()
        from value in member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray() : Enumerable.Repeat(member.Value, 1)
        where value.ValueKind != JsonValueKind.Null
        let text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()
        select new Claim(member.Name, text, Type(value.ValueKind), issuer);

    private static string Type(JsonValueKind kind) => kind switch
    {
        JsonValueKind.String => ClaimValueTypes.String,
        JsonValueKind.Number => ClaimValueTypes.Double,
        JsonValueKind.True or JsonValueKind.False => ClaimValueTypes.Boolean,
        _ => "JSON",
    };

    private static DateTimeOffset? Time(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt64(out long seconds) && seconds is >= 0 and <= MostSeconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}

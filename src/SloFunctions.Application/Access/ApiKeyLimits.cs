namespace SloFunctions.Application.Access;

/// <summary>How large a request about a key may be.</summary>
public static class ApiKeyLimits
{
    /// <summary>Characters of a name or team.</summary>
    public const int Text = 255;

    /// <summary>Days until a key expires.</summary>
    public const int Days = 3650;

    /// <summary>Requests a minute of one operation.</summary>
    public const int PerMinute = 10_000_000;

    /// <summary>Minutes that a replaced key stays valid: a week.</summary>
    public const int GraceMinutes = 7 * 24 * 60;
}

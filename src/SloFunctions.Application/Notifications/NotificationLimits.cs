namespace SloFunctions.Application.Notifications;

/// <summary>How large a team's list of targets may be.</summary>
public static class NotificationLimits
{
    /// <summary>Targets of a team.</summary>
    public const int Targets = 10;

    /// <summary>Characters of a team's name.</summary>
    public const int Team = 255;

    /// <summary>Characters of a target's name.</summary>
    public const int Name = 100;

    /// <summary>The least characters of a secret.</summary>
    public const int LeastSecret = 16;

    /// <summary>The most characters of a secret.</summary>
    public const int Secret = 255;
}

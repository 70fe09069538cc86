namespace SloFunctions.Domain.Notifications;

/// <summary>What a receiver of notifications understands.</summary>
public enum NotificationFormat
{
    /// <summary>The JSON of this API, for programs.</summary>
    Generic,

    /// <summary>An incoming webhook of Slack.</summary>
    Slack,

    /// <summary>A workflow webhook of Microsoft Teams.</summary>
    Teams,
}

namespace SloFunctions.Application.Notifications;

/// <summary>What an attempt to deliver a notification led to.</summary>
public enum NotificationOutcome
{
    /// <summary>It arrived.</summary>
    Delivered,

    /// <summary>It is tried again later.</summary>
    Postponed,

    /// <summary>It is not.</summary>
    GivenUp,
}

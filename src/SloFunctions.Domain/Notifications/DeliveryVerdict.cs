namespace SloFunctions.Domain.Notifications;

/// <summary>What an attempt to deliver a notification comes to.</summary>
public enum DeliveryVerdict
{
    /// <summary>The receiver has it.</summary>
    Delivered,

    /// <summary>It may work later.</summary>
    Failed,

    /// <summary>It would not work later either.</summary>
    Refused,
}

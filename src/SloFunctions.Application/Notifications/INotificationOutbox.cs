namespace SloFunctions.Application.Notifications;

/// <summary>
/// Notifications that wait to be sent. They are put there with the entry in the audit log that they tell of, by the same
/// statement; so whatever is appended to that log is told to whom it concerns.
/// </summary>
public interface INotificationOutbox
{
    /// <summary>Takes notifications that are due, the oldest first. Until the lease ends nobody else is given them; then they are due again.</summary>
    /// <param name="claim">Which, and for how long.</param>
    /// <param name="cancellation">Ends the call early.</param>
    Task<IReadOnlyList<DueNotification>> ClaimAsync(OutboxClaim claim, CancellationToken cancellation);

    /// <summary>Notes that a notification has arrived.</summary>
    Task CompleteAsync(DueNotification notification, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Notes that an attempt failed and when the next is due. Nothing happens when another attempt has begun since.</summary>
    Task PostponeAsync(DueNotification notification, DeliveryFailure failure, DateTimeOffset next, CancellationToken cancellation);

    /// <summary>Gives a notification up, keeping what is known of it. Nothing happens when another attempt has begun since.</summary>
    Task GiveUpAsync(DueNotification notification, DeliveryFailure failure, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Forgets what was delivered or given up before a time.</summary>
    /// <returns>How many notifications.</returns>
    Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellation);
}

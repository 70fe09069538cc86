using SloFunctions.Domain.Notifications;

namespace SloFunctions.Application.Notifications;

/// <summary>A notification taken from the outbox to be sent now.</summary>
/// <param name="Id">Its id, the same at each attempt.</param>
/// <param name="Attempt">Which attempt this is, from 1.</param>
/// <param name="TargetId">The target.</param>
/// <param name="TargetName">The target's name.</param>
/// <param name="Format">What the receiver understands.</param>
/// <param name="Credential">What it takes to send; null when it cannot be decrypted.</param>
/// <param name="Content">What to tell.</param>
public sealed record DueNotification(
    Guid Id, int Attempt, Guid TargetId, string TargetName, NotificationFormat Format, WebhookCredential? Credential, NotificationDocument Content);

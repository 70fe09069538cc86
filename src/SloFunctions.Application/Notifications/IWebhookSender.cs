namespace SloFunctions.Application.Notifications;

/// <summary>Sends requests to receivers that somebody else chose.</summary>
public interface IWebhookSender
{
    /// <summary>Makes one attempt. Whatever the receiver does is an answer.</summary>
    Task<WebhookAnswer> SendAsync(Webhook webhook, CancellationToken cancellation);
}

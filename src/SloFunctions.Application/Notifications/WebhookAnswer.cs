using SloFunctions.Domain.Notifications;

namespace SloFunctions.Application.Notifications;

/// <summary>What came of one request to a receiver.</summary>
/// <param name="Verdict">What it means for the notification.</param>
/// <param name="Status">The HTTP status; null without an answer.</param>
/// <param name="Failure">Why it did not arrive; null when it did.</param>
/// <param name="RetryAfter">How long the receiver asks to wait; null when it does not.</param>
public sealed record WebhookAnswer(DeliveryVerdict Verdict, int? Status, DeliveryFailure? Failure = null, TimeSpan? RetryAfter = null)
{
    /// <summary>No answer came.</summary>
    public static WebhookAnswer None(string reason, DeliveryVerdict verdict = DeliveryVerdict.Failed) => new(verdict, null, new DeliveryFailure(reason));
}

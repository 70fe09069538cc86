using Microsoft.Extensions.Logging;
using SloFunctions.Domain.Notifications;

namespace SloFunctions.Application.Notifications;

/// <summary>Sends what waits in the outbox. Each notification arrives at least once; its id tells a second time from the first.</summary>
public sealed partial class DeliverNotifications(
    INotificationOutbox outbox,
    IWebhookSender sender,
    NotificationPolicy policy,
    NotificationInstruments instruments,
    TimeProvider clock,
    ILogger<DeliverNotifications> logger)
{
    // What is to be noted in the database after an attempt takes time as well.
    private static readonly TimeSpan LeaseMargin = TimeSpan.FromSeconds(30);

    /// <summary>Goes on until nothing is due or the time for one run is used up.</summary>
    public async Task<DeliveryReport> HandleAsync(CancellationToken cancellation)
    {
        long began = clock.GetTimestamp();
        var outcomes = new List<NotificationOutcome>();
        // A receiver that does not answer would hold up all others: it is left alone until the next run.
        var silent = new HashSet<Guid>();
        while (clock.GetElapsedTime(began) < policy.RunTime)
        {
            var now = clock.GetUtcNow();
            var due = await outbox.ClaimAsync(new OutboxClaim(now, now + policy.Timeout + LeaseMargin, policy.Parallelism, policy.PerTarget, silent), cancellation);
            if (due.Count == 0) break;
            foreach (var (target, outcome, hasAnswered) in await Task.WhenAll(due.Select(notification => DeliverAsync(notification, cancellation))))
            {
                outcomes.Add(outcome);
                if (!hasAnswered) silent.Add(target);
            }
        }

        int purged = await outbox.PurgeAsync(clock.GetUtcNow() - TimeSpan.FromDays(policy.RetentionDays), cancellation);
        return new DeliveryReport(
            outcomes.Count(o => o == NotificationOutcome.Delivered), outcomes.Count(o => o == NotificationOutcome.Postponed), outcomes.Count(o => o == NotificationOutcome.GivenUp), purged);
    }

    private async Task<(Guid Target, NotificationOutcome Outcome, bool HasAnswered)> DeliverAsync(DueNotification notification, CancellationToken cancellation)
    {
        var answer = await AttemptAsync(notification, cancellation);
        var outcome = await NoteAsync(notification, answer, cancellation);
        instruments.Count(notification.Format, outcome);
        return (notification.TargetId, outcome, answer.Status is not null);
    }

    private async Task<WebhookAnswer> AttemptAsync(DueNotification notification, CancellationToken cancellation)
    {
        if (notification.Attempt > RetrySchedule.MaxAttempts) return WebhookAnswer.None(DeliveryFailure.Unfinished, DeliveryVerdict.Refused);
        if (notification.Credential is not var (url, secret)) return WebhookAnswer.None(DeliveryFailure.KeyMissing);
        byte[] body = NotificationRendering.Body(notification.Content, notification.Format);
        string? signature = secret is null ? null : WebhookSignature.Of(secret, clock.GetUtcNow(), body);
        return await sender.SendAsync(new Webhook(url, notification.Id, notification.Content.Event, signature, body), cancellation);
    }

    private async Task<NotificationOutcome> NoteAsync(DueNotification notification, WebhookAnswer answer, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (answer.Failure is not { } failure)
        {
            await outbox.CompleteAsync(notification, now, cancellation);
            return NotificationOutcome.Delivered;
        }

        var wait = answer.Verdict == DeliveryVerdict.Refused ? null : RetrySchedule.WaitAfter(notification.Id, notification.Attempt, answer.RetryAfter);
        if (wait is { } later)
        {
            await outbox.PostponeAsync(notification, failure, now + later, cancellation);
            return NotificationOutcome.Postponed;
        }

        await outbox.GiveUpAsync(notification, failure, now, cancellation);
        LogGivenUp(notification.Id, notification.TargetName, notification.Content.Team, notification.Attempt, failure.Reason, failure.Status);
        return NotificationOutcome.GivenUp;
    }

    [LoggerMessage(5401, LogLevel.Warning, "Gave up notification {Delivery} to {Target} of team {Team} after attempt {Attempt}: {Reason}, HTTP status {Status}")]
    private partial void LogGivenUp(Guid delivery, string target, string team, int attempt, string reason, int? status);
}

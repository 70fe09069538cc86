using System.Collections.Concurrent;
using SloFunctions.Application.Notifications;
using SloFunctions.Domain.Notifications;

namespace SloFunctions.Infrastructure.Tests.Postgres.Notifications;

/// <summary>Answers as it is told and keeps what it was given.</summary>
internal sealed class ScriptedSender : IWebhookSender
{
    public ConcurrentQueue<Webhook> Sent { get; } = new();

    public Func<Webhook, Task<WebhookAnswer>> Answer { get; set; } = _ => Task.FromResult(new WebhookAnswer(DeliveryVerdict.Delivered, 200));

    public static Func<Webhook, Task<WebhookAnswer>> With(int status) =>
        _ => Task.FromResult(new WebhookAnswer(RetrySchedule.Judge(status), status, new DeliveryFailure(DeliveryFailure.HttpStatus, status)));

    public Task<WebhookAnswer> SendAsync(Webhook webhook, CancellationToken cancellation)
    {
        Sent.Enqueue(webhook);
        return Answer(webhook);
    }
}

using System.Net;
using System.Net.Http.Headers;
using SloFunctions.Application.Notifications;
using SloFunctions.Domain.Notifications;

namespace SloFunctions.Infrastructure.Webhooks;

/// <summary>
/// Sends over HTTP to addresses that users chose. Receivers are not trusted: neither redirects nor proxies are followed, no
/// cookies kept, no trace ids told, and of an answer only the headers are read.
/// </summary>
public sealed class HttpWebhookSender : IWebhookSender, IDisposable
{
    private const int HeaderKilobytes = 16;
    private const int DrainedBytes = 4096;

    private readonly HttpMessageInvoker client;
    private readonly NotificationPolicy policy;
    private readonly TimeProvider clock;

    /// <summary>Sends nothing yet.</summary>
    /// <param name="policy">What is allowed, and how long an attempt may take.</param>
    /// <param name="clock">The time.</param>
    /// <param name="resolve">Looks up names; the system's way unless given.</param>
    public HttpWebhookSender(NotificationPolicy policy, TimeProvider clock, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        (this.policy, this.clock) = (policy, clock);
        var look = resolve ?? Dns.GetHostAddressesAsync;
        client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = policy.Timeout,
            MaxConnectionsPerServer = policy.Parallelism,
            MaxResponseHeadersLength = HeaderKilobytes,
            MaxResponseDrainSize = DrainedBytes,
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
            // A name may come to stand for another address, and connections are what is checked.
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = (context, cancellation) => WebhookConnection.OpenAsync(context.DnsEndPoint, policy.AllowPrivateAddresses, look, cancellation),
        });
    }

    /// <inheritdoc/>
    public async Task<WebhookAnswer> SendAsync(Webhook webhook, CancellationToken cancellation)
    {
        // The rules may have become stricter since the address was stored.
        if (WebhookUrl.Complaint(webhook.Url, policy.AllowPrivateAddresses) is not null) return WebhookAnswer.None(DeliveryFailure.AddressRefused, DeliveryVerdict.Refused);
        using var limit = new CancellationTokenSource(policy.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using var request = Request(webhook);
        try
        {
            using var response = await client.SendAsync(request, either.Token);
            return Answer(response);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return WebhookAnswer.None(DeliveryFailure.Timeout);
        }
        catch (HttpRequestException e) when (e.InnerException is AddressRefusedException)
        {
            return WebhookAnswer.None(DeliveryFailure.AddressRefused, DeliveryVerdict.Refused);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return WebhookAnswer.None(DeliveryFailure.Unreachable);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static HttpRequestMessage Request(Webhook webhook)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new ByteArrayContent(webhook.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        request.Headers.UserAgent.ParseAdd("SloFunctions");
        request.Headers.Add("X-Slo-Delivery", webhook.DeliveryId.ToString("D"));
        request.Headers.Add("X-Slo-Event", webhook.Event);
        if (webhook.Signature is { } signature) request.Headers.Add("X-Slo-Signature", signature);
        return request;
    }

    private WebhookAnswer Answer(HttpResponseMessage response)
    {
        int status = (int)response.StatusCode;
        var verdict = RetrySchedule.Judge(status);
        return verdict == DeliveryVerdict.Delivered
            ? new WebhookAnswer(verdict, status)
            : new WebhookAnswer(verdict, status, new DeliveryFailure(DeliveryFailure.HttpStatus, status), RetryAfter(response.Headers.RetryAfter));
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) => header?.Delta ?? (header?.Date is { } date ? date - clock.GetUtcNow() : null);
}

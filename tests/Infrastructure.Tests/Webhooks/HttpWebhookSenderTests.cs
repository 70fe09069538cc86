using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using SloFunctions.Application.Notifications;
using SloFunctions.Domain.Notifications;
using SloFunctions.Infrastructure.Webhooks;
using SloFunctions.Testing;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Infrastructure.Tests.Webhooks;

public sealed class HttpWebhookSenderTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Delivery = new("0197f3a0-0000-7000-8000-000000000001");

    private readonly FakeClock clock = new(Noon);
    private WebhookReceiver receiver = null!;

    public async Task InitializeAsync() => receiver = await WebhookReceiver.StartAsync();

    public async Task DisposeAsync() => await receiver.DisposeAsync();

    [Fact]
    public async Task A_webhook_arrives_as_it_is_with_its_headers_and_no_others_of_ours()
    {
        var answer = await SendAsync(receiver.Url, signature: "t=1,v1=ab");

        answer.ShouldBe(new WebhookAnswer(DeliveryVerdict.Delivered, 200));
        var got = receiver.Received.ShouldHaveSingleItem();
        (got.Method, got.Text, got.Delivery).ShouldBe(("POST", "{}", Delivery));
        got.Headers.Keys.ShouldBe(["Content-Length", "Content-Type", "Host", "User-Agent", "X-Slo-Delivery", "X-Slo-Event", "X-Slo-Signature"], ignoreOrder: true);
        (got.Headers["X-Slo-Event"], got.Headers["X-Slo-Signature"], got.Headers["Content-Type"]).ShouldBe(("accept", "t=1,v1=ab", "application/json; charset=utf-8"));
    }

    [Theory]
    [InlineData(410, DeliveryVerdict.Refused)]
    [InlineData(503, DeliveryVerdict.Failed)]
    public async Task A_failure_tells_its_status(int status, DeliveryVerdict verdict)
    {
        receiver.Answer = WebhookReceiver.With(status);

        (await SendAsync(receiver.Url)).ShouldBe(new WebhookAnswer(verdict, status, new DeliveryFailure(DeliveryFailure.HttpStatus, status)));
    }

    [Theory]
    [InlineData("90", 90)]
    [InlineData("Tue, 10 Mar 2026 12:02:00 GMT", 120)]
    [InlineData("soon", null)]
    public async Task How_long_a_receiver_asks_to_wait_is_understood(string header, int? seconds)
    {
        receiver.Answer = WebhookReceiver.With(429, ("Retry-After", header));

        (await SendAsync(receiver.Url)).RetryAfter?.TotalSeconds.ShouldBe(seconds!.Value);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var other = await WebhookReceiver.StartAsync();
        receiver.Answer = WebhookReceiver.With(307, ("Location", other.Url));

        (await SendAsync(receiver.Url)).Status.ShouldBe(307);

        other.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_is_left_when_its_time_is_up()
    {
        receiver.Answer = WebhookReceiver.HangAsync;
        var policy = Policy(allowPrivate: true);
        var waits = clock.WhenTimerIsSetAsync(Noon + policy.Timeout);

        var sending = SendAsync(receiver.Url);
        await waits;
        clock.Advance(policy.Timeout);

        (await sending).ShouldBe(WebhookAnswer.None(DeliveryFailure.Timeout));
    }

    [Fact]
    public async Task A_receiver_that_answers_without_end_is_not_listened_to()
    {
        receiver.Answer = async context =>
        {
            byte[] chunk = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
        };

        (await SendAsync(receiver.Url)).Verdict.ShouldBe(DeliveryVerdict.Delivered);
    }

    [Fact]
    public async Task Headers_without_end_are_a_failure()
    {
        receiver.Answer = WebhookReceiver.With(200, [.. Enumerable.Range(0, 40).Select(i => ($"X-Long-{i}", new string('x', 1000)))]);

        (await SendAsync(receiver.Url)).ShouldBe(WebhookAnswer.None(DeliveryFailure.Unreachable));
    }

    [Fact]
    public async Task A_receiver_that_breaks_the_connection_or_is_not_there_is_unreachable()
    {
        receiver.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        (await SendAsync(receiver.Url)).ShouldBe(WebhookAnswer.None(DeliveryFailure.Unreachable));
        (await SendAsync($"http://127.0.0.1:{FreePort()}/x")).ShouldBe(WebhookAnswer.None(DeliveryFailure.Unreachable));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("10.0.0.1")]
    [InlineData("fd00::1")]
    public async Task A_name_that_comes_to_stand_for_an_address_within_the_network_is_refused_when_connecting(string address)
    {
        int port = new Uri(receiver.Url).Port;

        var answer = await SendAsync($"https://hooks.example.com:{port}/x", allowPrivate: false, resolve: _ => [IPAddress.Parse(address)]);

        answer.ShouldBe(WebhookAnswer.None(DeliveryFailure.AddressRefused, DeliveryVerdict.Refused));
        receiver.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_that_was_stored_when_more_was_allowed_is_refused()
    {
        (await SendAsync(receiver.Url, allowPrivate: false)).ShouldBe(WebhookAnswer.None(DeliveryFailure.AddressRefused, DeliveryVerdict.Refused));
        receiver.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_not_believed()
    {
        var (scheme, rest) = ("https", receiver.Url["http".Length..]);

        // Not even TLS is spoken there.
        (await SendAsync(scheme + rest)).ShouldBe(WebhookAnswer.None(DeliveryFailure.Unreachable));
        receiver.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_stops_the_app_is_not_told_that_a_receiver_failed()
    {
        receiver.Answer = WebhookReceiver.HangAsync;
        using var stop = new CancellationTokenSource();
        using var sender = new HttpWebhookSender(Policy(allowPrivate: true), clock);
        var sending = sender.SendAsync(new Webhook(receiver.Url, Delivery, "accept", null, "{}"u8.ToArray()), stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => sending);
    }

    private static NotificationPolicy Policy(bool allowPrivate) => new() { AllowPrivateAddresses = allowPrivate };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<WebhookAnswer> SendAsync(string url, string? signature = null, bool allowPrivate = true, Func<string, IPAddress[]>? resolve = null)
    {
        using var sender = new HttpWebhookSender(Policy(allowPrivate), clock, resolve is null ? null : (name, _) => Task.FromResult(resolve(name)));
        return await sender.SendAsync(new Webhook(url, Delivery, "accept", signature, "{}"u8.ToArray()), CancellationToken.None);
    }
}

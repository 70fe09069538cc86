using SloFunctions.Application.Notifications;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Notifications;
using SloFunctions.Infrastructure.Webhooks;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Infrastructure.Tests.Postgres.Notifications;

[Collection(PostgresTests.Name)]
public sealed class OutboxTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime, IDisposable
{
    private const string Url = "https://hooks.example.com/x";
    private const string Secret = "sixteen-letters-";

    private readonly OutboxScene scene = new(database);
    private readonly ScriptedSender sender = new();

    public Task InitializeAsync() => scene.RegisterAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task What_is_audited_is_told_to_each_target_that_wants_it()
    {
        await scene.PutAsync(OutboxScene.Target("a", Url), OutboxScene.Target("b", Url) with { Events = [AuditAction.Expire] });

        await scene.AppendAsync(AuditAction.Accept);
        await scene.AppendAsync(AuditAction.Expire);
        await scene.AppendAsync(AuditAction.Reject);

        (await scene.DeliveriesAsync()).ShouldBe(["a accept pending 0", "b expire pending 0"]);
    }

    [Fact]
    public async Task A_change_that_does_not_take_effect_is_told_to_nobody()
    {
        await scene.PutAsync(OutboxScene.Target("a", Url));

        await Should.ThrowAsync<InvalidOperationException>(() => scene.AppendAsync(fails: true));

        (await scene.DeliveriesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Receivers_get_signed_notifications_over_HTTP()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await scene.PutAsync(OutboxScene.Target("a", receiver.Url, Secret));
        await scene.AppendAsync();
        using var http = new HttpWebhookSender(new NotificationPolicy { AllowPrivateAddresses = true }, scene.Clock);

        var report = await scene.Dispatcher(http).HandleAsync(CancellationToken.None);

        report.ShouldBe(new DeliveryReport(1, 0, 0, 0));
        var got = receiver.Received.ShouldHaveSingleItem();
        got.Headers["X-Slo-Signature"].ShouldBe(WebhookSignature.Of(Secret, OutboxScene.Noon, got.Body));
        got.Json.GetProperty("service_id").GetString().ShouldBe(scene.Service.Value);
        got.Json.GetProperty("targets").GetProperty("after").GetProperty("availability").GetDouble().ShouldBe(99.95);
        (await scene.DeliveriesAsync()).ShouldBe(["a accept delivered 1"]);
        (await scene.Dispatcher(http).HandleAsync(CancellationToken.None)).ShouldBe(new DeliveryReport(0, 0, 0, 0));
    }

    [Fact]
    public async Task A_receiver_that_keeps_failing_is_tried_eight_times_over_a_day_and_then_given_up()
    {
        sender.Answer = ScriptedSender.With(503);
        await scene.PutAsync(OutboxScene.Target("a", Url));
        await scene.AppendAsync();

        for (int minute = 0; minute < 36 * 60; minute += 5)
        {
            await scene.Dispatcher(sender).HandleAsync(CancellationToken.None);
            scene.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        sender.Sent.Count.ShouldBe(RetrySchedule.MaxAttempts);
        sender.Sent.Select(w => w.DeliveryId).Distinct().ShouldHaveSingleItem();
        (await scene.DeadLettersAsync()).ShouldBe(["a 8 http-status 503"]);
        (await scene.DeliveriesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_given_up_at_once()
    {
        sender.Answer = ScriptedSender.With(410);
        await scene.PutAsync(OutboxScene.Target("a", Url));
        await scene.AppendAsync();

        (await scene.Dispatcher(sender).HandleAsync(CancellationToken.None)).ShouldBe(new DeliveryReport(0, 0, 1, 0));

        (await scene.DeadLettersAsync()).ShouldBe(["a 1 http-status 410"]);
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_costs_one_round_and_holds_up_nobody()
    {
        sender.Answer = webhook => Task.FromResult(
            webhook.Url == Url ? new WebhookAnswer(DeliveryVerdict.Delivered, 200) : WebhookAnswer.None(DeliveryFailure.Timeout));
        await scene.PutAsync(OutboxScene.Target("a", "https://silent.example.com/x"), OutboxScene.Target("b", Url));
        for (int i = 0; i < 20; i++) await scene.AppendAsync();

        var report = await scene.Dispatcher(sender).HandleAsync(CancellationToken.None);

        report.ShouldBe(new DeliveryReport(20, 4, 0, 0));
        (await scene.DeliveriesAsync()).Count(d => d == "a accept pending 0").ShouldBe(16, "Its others have not even been tried.");
    }

    [Fact]
    public async Task Several_instances_at_once_deliver_each_notification_once()
    {
        sender.Answer = async _ =>
        {
            await Task.Yield();
            return new WebhookAnswer(DeliveryVerdict.Delivered, 200);
        };
        await scene.PutAsync(OutboxScene.Target("a", Url), OutboxScene.Target("b", Url));
        for (int i = 0; i < 40; i++) await scene.AppendAsync();

        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => scene.Dispatcher(sender).HandleAsync(CancellationToken.None)));

        // Whoever finds everything taken goes home; what it left is there for the next run.
        await scene.Dispatcher(sender).HandleAsync(CancellationToken.None);
        sender.Sent.Count.ShouldBe(80);
        sender.Sent.Select(w => w.DeliveryId).ShouldBeUnique();
        reports.Sum(r => r.Delivered).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task What_an_instance_had_begun_when_it_was_killed_is_delivered_again_when_its_lease_ends()
    {
        await scene.PutAsync(OutboxScene.Target("a", Url));
        await scene.AppendAsync();
        var lost = (await ClaimAsync()).ShouldHaveSingleItem();

        (await scene.Dispatcher(sender).HandleAsync(CancellationToken.None)).Delivered.ShouldBe(0, "It may be under way.");
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        (await scene.Dispatcher(sender).HandleAsync(CancellationToken.None)).Delivered.ShouldBe(1);

        sender.Sent.ShouldHaveSingleItem().DeliveryId.ShouldBe(lost.Id);
    }

    [Fact]
    public async Task Whoever_comes_back_after_its_lease_undoes_nothing()
    {
        await scene.PutAsync(OutboxScene.Target("a", Url));
        await scene.AppendAsync();
        var late = (await ClaimAsync()).ShouldHaveSingleItem();
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        (await ClaimAsync()).ShouldHaveSingleItem().Attempt.ShouldBe(2);

        await scene.Outbox().PostponeAsync(late, new DeliveryFailure(DeliveryFailure.Timeout), OutboxScene.Noon, CancellationToken.None);
        await scene.Outbox().GiveUpAsync(late, new DeliveryFailure(DeliveryFailure.Timeout), OutboxScene.Noon, CancellationToken.None);

        (await scene.DeliveriesAsync()).ShouldBe(["a accept pending 2"]);
        (await scene.DeadLettersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_brings_down_every_instance_is_given_up_without_another_attempt()
    {
        await scene.PutAsync(OutboxScene.Target("a", Url));
        await scene.AppendAsync();
        for (int i = 0; i < RetrySchedule.MaxAttempts; i++)
        {
            (await ClaimAsync()).Count.ShouldBe(1);
            scene.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await scene.Dispatcher(sender).HandleAsync(CancellationToken.None);

        sender.Sent.ShouldBeEmpty();
        (await scene.DeadLettersAsync()).ShouldBe(["a 9 unfinished"]);
    }

    [Fact]
    public async Task Without_its_key_a_target_is_tried_again_later()
    {
        await scene.PutAsync(OutboxScene.Target("a", Url, Secret));
        await scene.AppendAsync();

        (await scene.Dispatcher(sender, key: "").HandleAsync(CancellationToken.None)).Postponed.ShouldBe(1);
        scene.Clock.Advance(TimeSpan.FromMinutes(2));
        (await scene.Dispatcher(sender).HandleAsync(CancellationToken.None)).Delivered.ShouldBe(1);
    }

    [Fact]
    public async Task A_target_takes_what_waits_for_it_along_and_one_that_stays_keeps_it()
    {
        await scene.PutAsync(OutboxScene.Target("a", Url), OutboxScene.Target("b", Url));
        await scene.AppendAsync();

        await scene.PutAsync(OutboxScene.Target("b", Url + "/moved"));

        (await scene.DeliveriesAsync()).ShouldBe(["b accept pending 0"]);
        await scene.Dispatcher(sender).HandleAsync(CancellationToken.None);
        sender.Sent.ShouldHaveSingleItem().Url.ShouldBe(Url + "/moved");
    }

    [Fact]
    public async Task Changes_are_audited_while_targets_come_and_go()
    {
        await scene.PutAsync(OutboxScene.Target("a", Url), OutboxScene.Target("b", Url));

        var appends = Enumerable.Range(0, 4).Select(async _ =>
        {
            for (int i = 0; i < 25; i++) await scene.AppendAsync();
        });
        var changes = Enumerable.Range(0, 2).Select(async n =>
        {
            for (int i = 0; i < 25; i++) await scene.PutAsync(OutboxScene.Target($"{n} {i}", Url), OutboxScene.Target("b", Url), OutboxScene.Target($"{n} {i} more", Url));
        });

        await Task.WhenAll(appends.Concat(changes));
        (await scene.DeliveriesAsync()).ShouldContain("b accept pending 0");
    }

    [Fact]
    public async Task Old_notifications_are_forgotten()
    {
        await scene.PutAsync(OutboxScene.Target("a", Url));
        await scene.AppendAsync();
        await scene.Dispatcher(sender).HandleAsync(CancellationToken.None);
        sender.Answer = ScriptedSender.With(410);
        await scene.AppendAsync();
        await scene.Dispatcher(sender).HandleAsync(CancellationToken.None);

        scene.Clock.Advance(TimeSpan.FromDays(31));
        (await scene.Dispatcher(sender).HandleAsync(CancellationToken.None)).Purged.ShouldBeGreaterThanOrEqualTo(2);

        (await scene.DeliveriesAsync()).ShouldBeEmpty();
        (await scene.DeadLettersAsync()).ShouldBeEmpty();
    }

    private Task<IReadOnlyList<DueNotification>> ClaimAsync()
    {
        var now = scene.Clock.GetUtcNow();
        return scene.Outbox().ClaimAsync(new OutboxClaim(now, now + TimeSpan.FromSeconds(40), 16, 4, []), CancellationToken.None);
    }
}

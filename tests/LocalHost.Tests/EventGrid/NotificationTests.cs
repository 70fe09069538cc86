using System.Net;

namespace LocalHost.Tests.EventGrid;

public class NotificationTests
{
    [Theory]
    [InlineData("application/cloudevents+json", """{ "id": "1" }""", """{ "id": "1" }""")]
    [InlineData("application/cloudevents-batch+json", """[{ "id": "1" }, { "id": "2" }]""", """{ "id": "1" } | { "id": "2" }""")]
    [InlineData("application/json", """[{ "id": "1", "eventType": "x", "dataVersion": "1" }]""", """{ "id": "1", "eventType": "x", "dataVersion": "1" }""")]
    [InlineData("application/json", """[{ "half": "\ud800" }, 7]""", """{ "half": "\ud800" } | 7""")]
    [InlineData("application/json", "[]", "")]
    public async Task Each_event_of_a_delivery_reaches_the_function_as_it_was_sent(string mediaType, string body, string heard)
    {
        await using var host = await RunningHost.StartAsync(typeof(EventFunctions));

        var response = await host.Client.SendAsync(Deliveries.Of("Hears", body, mediaType: mediaType));

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        host.Probe.Rest().ShouldBe([heard]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[{")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("7")]
    [InlineData("""{ "id": "1" } { "id": "2" }""")]
    public async Task A_body_that_holds_no_events_is_400_and_starts_nothing(string body)
    {
        await using var host = await RunningHost.StartAsync(typeof(EventFunctions));

        var response = await host.Client.SendAsync(Deliveries.Of("Hears", body));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain("array of events");
        host.Probe.Rest().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_body_beyond_the_servers_limit_is_413()
    {
        await using var host = await RunningHost.StartAsync(typeof(EventFunctions));
        var request = Deliveries.Of("Hears", "[]");
        request.Content = new ByteArrayContent(new byte[31_000_000]);
        request.Headers.ExpectContinue = true;

        (await host.Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        host.Probe.Rest().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failing_function_is_500_so_that_the_events_come_again()
    {
        await using var host = await RunningHost.StartAsync(typeof(EventFunctions));

        var response = await host.Client.SendAsync(Deliveries.Of("Fails", "[{}]"));

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsStringAsync()).ShouldBeEmpty();
        host.Log.Lines.ShouldContain(line => line.StartsWith("Error") && line.Contains("not to be shown: 1"));
    }

    [Fact]
    public async Task The_function_runs_to_its_end_when_nobody_waits_for_it_any_more()
    {
        await using var host = await RunningHost.StartAsync(typeof(EventFunctions));
        using var caller = new CancellationTokenSource();
        var delivery = host.Client.SendAsync(Deliveries.Of("Waits", "[{}, {}]"), caller.Token);
        (await host.Probe.HeardAsync()).ShouldBe("waiting 2");

        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(delivery);
        host.Probe.Gate.SetResult();

        (await host.Probe.HeardAsync()).ShouldBe("done");
    }

    [Theory]
    [InlineData("Nobody")]
    [InlineData("hears")]
    [InlineData("")]
    public async Task A_function_that_takes_no_events_is_404(string function)
    {
        await using var host = await RunningHost.StartAsync(typeof(EventFunctions));

        (await host.Client.SendAsync(Deliveries.Of(function, "[]"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_webhook_names_no_function_where_there_is_none()
    {
        await using var host = await RunningHost.StartAsync(typeof(LocalHost.Tests.Http.FailingFunctions));

        (await host.Client.SendAsync(Deliveries.Of("Fine", "[]"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_web_page_cannot_deliver_events()
    {
        await using var host = await RunningHost.StartAsync(typeof(EventFunctions));
        var request = Deliveries.Of("Hears", "[{}]");
        request.Headers.Add("Origin", "http://elsewhere.test");

        (await host.Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        host.Probe.Rest().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{ "input": { "id": "1" } }""", HttpStatusCode.Accepted)]
    [InlineData("""{ "input": "[{ \"id\": \"1\" }]" }""", HttpStatusCode.Accepted)]
    [InlineData("""{ "input": "text" }""", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    public async Task Events_are_also_delivered_by_hand(string body, HttpStatusCode status)
    {
        await using var host = await RunningHost.StartAsync(typeof(EventFunctions));

        var response = await host.Client.PostAsync("/admin/functions/Hears", new StringContent(body));

        response.StatusCode.ShouldBe(status);
        if (status == HttpStatusCode.Accepted)
            (await host.Probe.HeardAsync()).ShouldBe("""{ "id": "1" }""");
    }
}

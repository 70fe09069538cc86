using System.Net;
using System.Text.Json;

namespace LocalHost.Tests.EventGrid;

public class HandshakeTests
{
    [Theory]
    [InlineData("""[{ "id": "1", "eventType": "Microsoft.EventGrid.SubscriptionValidationEvent", "data": { "validationCode": "512d38b6", "validationUrl": "u" } }]""")]
    [InlineData("""{ "id": "1", "type": "Microsoft.EventGrid.SubscriptionValidationEvent", "data": "{\"validationCode\":\"512d38b6\"}" }""")]
    public async Task A_subscription_is_confirmed_with_its_code(string body)
    {
        await using var host = await RunningHost.StartAsync(typeof(EventFunctions));

        var response = await host.Client.SendAsync(Deliveries.Of("Hears", body, "SubscriptionValidation", "application/json"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        var answer = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
        var only = answer.EnumerateObject().ShouldHaveSingleItem();
        (only.Name, only.Value.GetString()).ShouldBe(("validationResponse", "512d38b6"));
        host.Probe.Rest().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("[7]")]
    [InlineData("{}")]
    [InlineData("""[{ "data": null }]""")]
    [InlineData("""[{ "data": "text" }]""")]
    [InlineData("""[{ "data": { "validationCode": 7 } }]""")]
    [InlineData("""[{ "data": { "validationCode": "\ud800" } }]""")]
    [InlineData("""[{ "data": "\ud800" }]""")]
    public async Task A_confirmation_without_a_code_is_400(string body)
    {
        await using var host = await RunningHost.StartAsync(typeof(EventFunctions));

        var response = await host.Client.SendAsync(Deliveries.Of("Hears", body, "SubscriptionValidation"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("eventgrid.azure.net", "eventgrid.azure.net")]
    [InlineData("eventgrid.azure.us", "eventgrid.azure.us")]
    [InlineData("elsewhere.test", "eventgrid.azure.net")]
    public async Task Of_CloudEvents_senders_only_Event_Grid_is_allowed(string origin, string allowed)
    {
        await using var host = await RunningHost.StartAsync(typeof(EventFunctions));
        var request = new HttpRequestMessage(HttpMethod.Options, "/runtime/webhooks/eventgrid?functionName=Hears");
        request.Headers.Add("WebHook-Request-Origin", origin);
        request.Headers.Add("WebHook-Request-Rate", "120");

        var response = await host.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("WebHook-Allowed-Origin").ShouldBe([allowed]);
        response.Headers.GetValues("WebHook-Allowed-Rate").ShouldBe(["*"]);
    }

    [Fact]
    public async Task An_unknown_function_agrees_to_no_subscription()
    {
        await using var host = await RunningHost.StartAsync(typeof(EventFunctions));
        var request = new HttpRequestMessage(HttpMethod.Options, "/runtime/webhooks/eventgrid?functionName=Nobody");

        (await host.Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Unsubscribe", HttpStatusCode.Accepted)]
    [InlineData("unsubscribe", HttpStatusCode.Accepted)]
    [InlineData("SubscriptionDeletion", HttpStatusCode.BadRequest)]
    [InlineData(null, HttpStatusCode.BadRequest)]
    public async Task Nothing_is_started_by_what_is_no_notification(string? eventType, HttpStatusCode status)
    {
        await using var host = await RunningHost.StartAsync(typeof(EventFunctions));

        (await host.Client.SendAsync(Deliveries.Of("Hears", "[{}]", eventType))).StatusCode.ShouldBe(status);
        host.Probe.Rest().ShouldBeEmpty();
    }
}

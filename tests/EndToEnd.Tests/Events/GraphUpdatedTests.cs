using System.Net;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Events;

[Collection(PlainAppTests.Name)]
public sealed class GraphUpdatedTests(PlainApp app)
{
    [Fact]
    public async Task An_event_changes_the_graph_that_is_shown()
    {
        var graphEvent = GraphEvent.Of("one", "event-one-a", "event-one-b");

        var answer = await app.Api.DeliverAsync(new StringContent(graphEvent.ToJsonString()), "application/cloudevents+json");

        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        var edge = (await ShownAsync("event-one-a")).GetProperty("edges").EnumerateArray().ShouldHaveSingleItem();
        edge.GetProperty("target").GetString().ShouldBe("event-one-b");
        edge.GetProperty("discovery_source").GetString().ShouldBe("service_mesh");
        edge.GetProperty("last_observed_at").GetDateTimeOffset().ShouldBe(GraphEvent.Time);
    }

    [Fact]
    public async Task A_faulty_event_does_not_keep_the_others_of_its_batch_out()
    {
        var poison = GraphEvent.Of("poison", "event-batch-a", "event-batch-a");
        var old = GraphEvent.Of("old", "event-batch-a", "event-batch-x");
        old["specversion"] = "0.3";

        var answer = await app.Api.DeliverAsync(
            GraphEvent.Of("first", "event-batch-a", "event-batch-b"), poison, old, GraphEvent.Of("last", "event-batch-a", "event-batch-c"));

        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        (await TargetsAsync("event-batch-a")).ShouldBe(["event-batch-b", "event-batch-c"], ignoreOrder: true);
        if (app.Database is not { } database) return;
        (await database.DeadLettersAsync("poison"), await database.DeadLettersAsync("old"), await database.DeadLettersAsync("first")).ShouldBe((1, 1, 0));
        (await database.ScalarAsync<string>("SELECT concat_ws(' ', reason, errors -> 0 ->> 'field', event_source) FROM slo.graph_event_dead_letters WHERE event_id = 'poison'"))
            .ShouldBe("invalid-request edges[0].target /end-to-end");
    }

    [Fact]
    public async Task A_redelivery_changes_nothing()
    {
        var faulty = GraphEvent.Of("again-faulty", "event-again-a", "");
        await app.Api.DeliverAsync(GraphEvent.Of("again", "event-again-a", "event-again-b"), faulty);
        string shown = (await ShownAsync("event-again-a")).GetRawText(), state = await app.StateAsync();

        for (int i = 0; i < 3; i++)
            (await app.Api.DeliverAsync(faulty, GraphEvent.Of("again", "event-again-a", "event-again-b"))).Status.ShouldBe(HttpStatusCode.Accepted);

        (await ShownAsync("event-again-a")).GetRawText().ShouldBe(shown);
        (await app.StateAsync()).ShouldBe(state);
        if (app.Database is { } database) (await database.DeadLettersAsync("again-faulty")).ShouldBe(1);
    }

    [Fact]
    public async Task Event_Grid_may_subscribe_in_the_CloudEvents_schema()
    {
        var request = new HttpRequestMessage(HttpMethod.Options, "/runtime/webhooks/eventgrid?functionName=GraphUpdated");
        request.Headers.Add("WebHook-Request-Origin", "eventgrid.azure.net");

        var answer = await app.Api.SendAsync(request);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Headers["WebHook-Allowed-Origin"].ShouldBe("eventgrid.azure.net");
    }

    private async Task<System.Text.Json.JsonElement> ShownAsync(string service) =>
        (await app.Api.GetAsync(Api.Dependencies(service, "?depth=1"))).ShouldBe(HttpStatusCode.OK);

    private async Task<IEnumerable<string?>> TargetsAsync(string service) =>
        (await ShownAsync(service)).GetProperty("edges").EnumerateArray().Select(e => e.GetProperty("target").GetString());
}

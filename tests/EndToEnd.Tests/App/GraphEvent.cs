using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace EndToEnd.Tests.App;

/// <summary>Graph updates as Event Grid delivers them.</summary>
internal static class GraphEvent
{
    /// <summary>When every event made here happened.</summary>
    public static readonly DateTimeOffset Time = new(2026, 2, 14, 10, 0, 0, TimeSpan.Zero);

    private const string Webhook = "/runtime/webhooks/eventgrid?functionName=GraphUpdated";

    /// <summary>A valid event that makes one service depend on another.</summary>
    public static JsonObject Of(string id, string source, string target) => new()
    {
        ["specversion"] = "1.0",
        ["id"] = id,
        ["source"] = "/end-to-end",
        ["type"] = "Slo.Graph.DependenciesUpdated",
        ["time"] = Time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null),
        ["data"] = new JsonObject
        {
            ["source"] = "service_mesh",
            ["edges"] = new JsonArray(new JsonObject { ["source"] = source, ["target"] = target }),
        },
    };

    /// <summary>Delivers events in one batch.</summary>
    public static Task<Answer> DeliverAsync(this Api api, params JsonObject[] events) =>
        api.DeliverAsync(new StringContent($"[{string.Join(',', events.Select(e => e.ToJsonString()))}]"), "application/cloudevents-batch+json");

    /// <summary>Delivers a body as it is.</summary>
    public static async Task<Answer> DeliverAsync(this Api api, HttpContent body, string mediaType)
    {
        body.Headers.ContentType = MediaTypeHeaderValue.Parse($"{mediaType}; charset=utf-8");
        var request = new HttpRequestMessage(HttpMethod.Post, Webhook) { Content = body };
        request.Headers.Add("aeg-event-type", "Notification");
        return await api.SendAsync(request);
    }

    /// <summary>How many dead letters there are of an event's id.</summary>
    public static Task<int> DeadLettersAsync(this AppDatabase database, string id) =>
        database.ScalarAsync<int>($"SELECT count(*) FROM slo.graph_event_dead_letters WHERE event_id = '{id}'");
}

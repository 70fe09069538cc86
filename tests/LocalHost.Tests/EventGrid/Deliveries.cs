using System.Net.Http.Headers;

namespace LocalHost.Tests.EventGrid;

/// <summary>Requests as Event Grid sends them.</summary>
internal static class Deliveries
{
    public static HttpRequestMessage Of(string function, string body, string? eventType = "Notification", string mediaType = "application/cloudevents-batch+json")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/runtime/webhooks/eventgrid?functionName={function}")
        {
            Content = new StringContent(body),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType + "; charset=utf-8");
        if (eventType is not null)
            request.Headers.Add("aeg-event-type", eventType);
        return request;
    }
}

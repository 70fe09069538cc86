using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

/// <summary>Sends requests of the table service's REST protocol.</summary>
internal sealed class TableRequests(Uri endpoint, HttpPipeline pipeline, string version)
{
    public Uri Endpoint { get; } = endpoint;

    /// <summary>Sends a request and waits for the answer, whatever its status.</summary>
    /// <param name="method">The verb.</param>
    /// <param name="path">What follows the endpoint, escaped.</param>
    /// <param name="body">JSON; null for none.</param>
    /// <param name="ifMatch">The version that the row must have; null for any or none.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Response> SendAsync(RequestMethod method, string path, byte[]? body, ETag? ifMatch, CancellationToken cancellation)
    {
        using var message = pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(new Uri($"{Endpoint.AbsoluteUri.TrimEnd('/')}/{path}"));
        request.Headers.Add("x-ms-version", version);
        request.Headers.Add("DataServiceVersion", "3.0");
        request.Headers.Add("Accept", "application/json;odata=minimalmetadata");
        if (method == RequestMethod.Post) request.Headers.Add("Prefer", "return-no-content");
        if (ifMatch is { } tag) request.Headers.Add("If-Match", tag.ToString("H"));
        if (body is not null)
        {
            request.Headers.Add("Content-Type", "application/json");
            request.Content = RequestContent.Create(body);
        }

        await pipeline.SendAsync(message, cancellation);
        return message.Response;
    }
}

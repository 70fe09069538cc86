using Microsoft.AspNetCore.Http;
using SloFunctions.Application.Publishing;

namespace SloFunctions.Functions.Http;

/// <summary>Answers with the bytes of a rendered document, or with 304 when the client says that it has them.</summary>
internal sealed class PublishedResult(ReadOnlyMemory<byte> content, string tag, string mediaType) : IResult
{
    // Clients may keep it, but must ask each time whether it still holds: it may be replaced at any moment.
    private const string MustAsk = "private, no-cache";

    public PublishedResult(PublishedAnswer answer)
        : this(answer.Json, answer.ETag, Answer.JsonType)
    {
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.Headers.ETag = tag;
        response.Headers.CacheControl = MustAsk;
        if (request.IsKnown(tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = mediaType;
        response.ContentLength = content.Length;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(content, httpContext.RequestAborted).AsTask();
    }
}

using Microsoft.AspNetCore.Http;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations;

namespace SloFunctions.Functions.Http;

/// <summary>Answers with the bytes of a rendered document, or with 304 when the client says that it has them.</summary>
internal sealed class PublishedResult(PublishedAnswer answer) : IResult
{
    // Clients may keep it, but must ask each time whether it still holds: it may be replaced at any moment.
    private const string MustAsk = "private, no-cache";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.Headers.ETag = answer.ETag;
        response.Headers.CacheControl = MustAsk;
        if (request.IsKnown(answer.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = Answer.JsonType;
        response.ContentLength = answer.Json.Length;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(answer.Json, httpContext.RequestAborted).AsTask();
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Primitives;
using SloFunctions.Application.Access;
using SloFunctions.Functions.Access;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Middleware;

/// <summary>Tells browsers to be careful with every answer, and refuses plain HTTP where HTTPS is required.</summary>
internal sealed class SecurityHeadersMiddleware(AccessPolicy policy) : IFunctionsWorkerMiddleware
{
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues NoReferrer = "no-referrer";
    private static readonly StringValues Deny = "DENY";
    private static readonly StringValues NoStore = "no-store";
    private static readonly StringValues NoContent = "default-src 'none'; frame-ancestors 'none'";
    private static readonly StringValues OneYear = "max-age=31536000; includeSubDomains";

    /// <inheritdoc/>
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http) return next(context);

        // Set before the answer is made, so that answers which know better replace them.
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = NoSniff;
        headers["Referrer-Policy"] = NoReferrer;
        headers.XFrameOptions = Deny;
        headers.ContentSecurityPolicy = NoContent;
        headers.CacheControl = NoStore;
        if (RequestScheme.IsHttps(http.Request, policy.TrustedProxies))
        {
            headers.StrictTransportSecurity = OneYear;
            return next(context);
        }

        if (!policy.RequireHttps) return next(context);
        context.GetInvocationResult().Value = Refusal(http.Request);
        return Task.CompletedTask;
    }

    // What a client has sent in the clear with a body is not to be sent a second time unnoticed.
    private static IResult Refusal(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
        ? TypedResults.Redirect($"https://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent()}{request.QueryString.ToUriComponent()}", permanent: true, preserveMethod: true)
        : ProblemMap.HttpsRequired(request);
}

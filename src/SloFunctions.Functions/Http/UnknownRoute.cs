using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>Every path and method that no other function answers.</summary>
public sealed class UnknownRoute
{
    // The host's own paths are its own to answer.
    private const string AllButTheHosts = "{*path:regex(^(?!admin/|admin$|runtime/|runtime$).*$)}";

    /// <summary>Says that nothing is served here, or which methods are.</summary>
    [Function(nameof(UnknownRoute))]
    [Undocumented("It is every path that the document does not tell of.")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = AllButTheHosts)] HttpRequest request)
    {
        var allowed = RouteTable.MethodsAt(request.Path);
        if (allowed.Count == 0) return ProblemMap.NoSuchRoute(request);
        request.HttpContext.Response.Headers.Allow = string.Join(", ", allowed);
        return ProblemMap.MethodNotAllowed(request);
    }
}

using Microsoft.AspNetCore.Http;
using SloFunctions.Application.Access;

namespace SloFunctions.Functions.Access;

/// <summary>The caller of a request.</summary>
internal static class RequestCaller
{
    /// <summary>Who asks.</summary>
    /// <exception cref="InvalidOperationException">The operation is open to everybody, so that nobody was identified.</exception>
    public static Caller Caller(this HttpRequest request) =>
        request.HttpContext.Features.Get<Caller>() ?? throw new InvalidOperationException("Nobody was identified.");
}

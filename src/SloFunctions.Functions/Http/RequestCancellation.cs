using Microsoft.AspNetCore.Http;

namespace SloFunctions.Functions.Http;

/// <summary>When the work of a request ends early.</summary>
internal static class RequestCancellation
{
    /// <summary>Cancelled when the client has gone, the deadline has passed or the host stops; a function's own token knows of the last alone.</summary>
    public static CancellationToken Cancellation(this HttpRequest request) => request.HttpContext.RequestAborted;
}

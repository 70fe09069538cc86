using System.Globalization;
using Microsoft.AspNetCore.Http;
using SloFunctions.Application.RateLimits;

namespace SloFunctions.Functions.Access;

/// <summary>Tells clients in each answer how much of their limit is left.</summary>
internal static class RateLimitHeaders
{
    /// <summary>Requests a minute that the client may make of this operation.</summary>
    public const string Limit = "X-RateLimit-Limit";

    /// <summary>How many more it may make at once.</summary>
    public const string Remaining = "X-RateLimit-Remaining";

    /// <summary>
    /// Seconds from now, rounded up, until the whole limit is there again if it makes no more requests: a duration and no date,
    /// so that it holds whatever the client's clock shows.
    /// </summary>
    public const string Reset = "X-RateLimit-Reset";

    /// <summary>Sets the three headers; on a refusal <c>Retry-After</c> comes with the problem document.</summary>
    public static void Set(RateDecision decision, HttpResponse response)
    {
        response.Headers[Limit] = decision.Limit.ToString(CultureInfo.InvariantCulture);
        response.Headers[Remaining] = decision.Remaining.ToString(CultureInfo.InvariantCulture);
        response.Headers[Reset] = Math.Ceiling(decision.ResetAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }
}

namespace SloFunctions.Application.RateLimits;

/// <summary>Whether a request is within its client's limit, and what is left.</summary>
/// <param name="IsAllowed">Whether it is.</param>
/// <param name="Limit">Requests a minute; 0 at least.</param>
/// <param name="Remaining">How many more are allowed at once, as far as this instance knows.</param>
/// <param name="ResetAfter">How long, without further requests, until the whole limit is there again.</param>
/// <param name="RetryAfter">How long until another request can be allowed; zero when one can be now.</param>
public readonly record struct RateDecision(bool IsAllowed, int Limit, int Remaining, TimeSpan ResetAfter, TimeSpan RetryAfter);

namespace SloFunctions.Application.Failures;

/// <summary>More is asked for at once than can be computed in reasonable time; the caller may try again later. Mapped to 503.</summary>
/// <param name="retryAfter">How long callers should wait.</param>
public sealed class OverloadedException(TimeSpan retryAfter) : Exception("Too much is waiting to be computed.")
{
    /// <summary>How long callers should wait before they try again.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}

namespace SloFunctions.Application.Lifecycle;

/// <summary>Closes what nobody decided on in time. Every call throws <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.</summary>
public interface IRecommendationExpiry
{
    /// <summary>Closes active sets that have expired, each with its entry in the audit log; those that are being decided on are left.</summary>
    /// <param name="now">The present.</param>
    /// <param name="most">The most to close at once.</param>
    /// <param name="actor">Who answers for it in the audit log.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>How many were closed.</returns>
    Task<int> ExpireAsync(DateTimeOffset now, int most, string actor, CancellationToken cancellation);

    /// <summary>Forgets the first answers to requests that came before.</summary>
    /// <returns>How many were forgotten.</returns>
    Task<int> ForgetAnswersAsync(DateTimeOffset before, CancellationToken cancellation);
}

namespace SloFunctions.Application.Orchestrations;

/// <summary>Keeps what is stored of orchestrations from growing for ever; what they did is kept by the records of what they did it to.</summary>
public sealed class ForgetOrchestrations(TimeProvider clock)
{
    /// <summary>How long one can be looked at after it was started; two weeks let somebody return from a holiday to a failed one.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    /// <summary>Forgets those that have ended and are old enough.</summary>
    /// <returns>How many were forgotten.</returns>
    /// <exception cref="Failures.DependencyUnavailableException">The orchestrations' store does not answer.</exception>
    public Task<int> HandleAsync(IOrchestrations orchestrations, CancellationToken cancellation) =>
        orchestrations.ForgetAsync(clock.GetUtcNow() - Kept, cancellation);
}

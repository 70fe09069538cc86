namespace SloFunctions.Domain.Impact;

/// <summary>
/// What a service must do itself to be up with a promised probability, its dependencies' failures included. What the
/// dependencies allow is shared out to the service itself; what they do not allow has to be hidden from its callers.
/// </summary>
/// <param name="Own">Its availability with perfect dependencies, a ratio in [0, 1]; 1 where something is hidden.</param>
/// <param name="Felt">The share of its dependencies' failures that reaches its callers, in [0, 1]; 1 where nothing is hidden.</param>
public readonly record struct Promise(double Own, double Felt)
{
    /// <summary>Whether failures of dependencies have to be hidden by retries, caches or fallbacks to keep the promise.</summary>
    public bool NeedsMasking => Felt < 1;

    /// <summary>What a promise asks for: both shares are continuous where the promise equals the ceiling.</summary>
    /// <param name="target">The promised availability, a ratio in [0, 1].</param>
    /// <param name="ceiling">What the dependencies allow, a ratio in [0, 1].</param>
    public static Promise Of(double target, double ceiling) =>
        target <= ceiling ? new Promise(ceiling > 0 ? target / ceiling : 0, 1) : new Promise(1, (1 - target) / (1 - ceiling));
}

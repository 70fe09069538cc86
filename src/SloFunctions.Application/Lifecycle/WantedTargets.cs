namespace SloFunctions.Application.Lifecycle;

/// <summary>Targets that a decision names; null for those that it does not.</summary>
/// <param name="Availability">The share of good requests, in (0, 1).</param>
/// <param name="P95Ms">What 95 % of the requests are to stay within, milliseconds above 0.</param>
/// <param name="P99Ms">What 99 % of the requests are to stay within, milliseconds above 0.</param>
/// <param name="P999Ms">What 99.9 % of the requests are to stay within, milliseconds above 0.</param>
public sealed record WantedTargets(double? Availability, double? P95Ms, double? P99Ms, double? P999Ms)
{
    /// <summary>No target.</summary>
    public static readonly WantedTargets None = new(null, null, null, null);

    /// <summary>Whether a duration is named.</summary>
    public bool HasLatency => (P95Ms, P99Ms, P999Ms) is not (null, null, null);

    /// <summary>These, and for those that are not named the others'.</summary>
    public WantedTargets Over(WantedTargets others) => new(
        Availability ?? others.Availability, P95Ms ?? others.P95Ms, P99Ms ?? others.P99Ms, P999Ms ?? others.P999Ms);
}

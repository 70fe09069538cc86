namespace SloFunctions.Domain.Graph;

/// <summary>
/// How sure it is that a dependency exists, in [0, 1]: trust in its source × share of the caller's calls × freshness. A
/// policy of this product, not a probability that was measured.
/// </summary>
public static class EdgeConfidence
{
    // A dependency that carries a thousandth of its caller's calls is as likely a misattributed span as a real one.
    private const double DoubtfulShare = 0.001;
    private const double LeastForShare = 0.7;
    private const double LeastForAge = 0.5;

    /// <summary>Confidence at the moment of observation.</summary>
    /// <param name="source">Who reports it.</param>
    /// <param name="callShare">The share of the caller's counted calls that it carries, in [0, 1]; null when calls are not counted.</param>
    public static double WhenSeen(DiscoverySource source, double? callShare) =>
        Trust(source) * (callShare is { } share ? 1 - ((1 - LeastForShare) * DoubtfulShare / (DoubtfulShare + share)) : 1);

    /// <summary>Confidence some time later: it falls evenly to half over the staleness window.</summary>
    /// <param name="whenSeen">Confidence at the moment of observation.</param>
    /// <param name="age">Time since the observation; a negative one counts as none.</param>
    /// <param name="window">The time after which a dependency is stale.</param>
    public static double After(double whenSeen, TimeSpan age, TimeSpan window) =>
        whenSeen * (1 - ((1 - LeastForAge) * Math.Clamp(age / window, 0, 1)));

    // People are believed; a mesh sees every call; traces may be sampled or lose their parents; manifests may be outdated.
    private static double Trust(DiscoverySource source) => source switch
    {
        DiscoverySource.Manual => 1.0,
        DiscoverySource.ServiceMesh => 0.95,
        DiscoverySource.OtelServiceGraph => 0.9,
        DiscoverySource.Kubernetes => 0.8,
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Not a declared value."),
    };
}

using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>A target for each tier.</summary>
/// <typeparam name="T">The kind of target.</typeparam>
/// <param name="Conservative">Hardly ever missed.</param>
/// <param name="Balanced">The default proposal.</param>
/// <param name="Aggressive">Ambitious.</param>
public sealed record TiersDocument<T>(T Conservative, T Balanced, T Aggressive)
{
    /// <summary>The target of a tier.</summary>
    internal T Of(Tier tier) => tier switch
    {
        Tier.Conservative => Conservative,
        Tier.Balanced => Balanced,
        _ => Aggressive,
    };
}

namespace SloFunctions.Domain.Recommendations;

/// <summary>
/// What is usual for services of a kind, used until a service has shown 30 days of its own. Gateway, backend and external
/// figures are those of the product's specification; it names pipelines without figures: theirs are the external ones,
/// the most cautious, without a latency, since nobody waits for a pipeline.
/// </summary>
/// <param name="Archetype">The kind.</param>
/// <param name="Availability">A ratio in (0, 1).</param>
/// <param name="P99Seconds">The p99 latency in seconds; null where latency is not what matters.</param>
public sealed record ArchetypeBaseline(Archetype Archetype, double Availability, double? P99Seconds)
{
    /// <summary>What a target that it holds back is noted with.</summary>
    public const string Held = "Held at what is usual for services of this kind until 30 days of data exist.";

    private static readonly ArchetypeBaseline[] All =
    [
        new(Archetype.Gateway, 0.9995, 0.2),
        new(Archetype.Backend, 0.999, 0.5),
        new(Archetype.Pipeline, 0.995, null),
        new(Archetype.External, 0.995, 2),
    ];

    /// <summary>The baseline of a kind.</summary>
    public static ArchetypeBaseline Of(Archetype archetype) => All[(int)archetype];
}

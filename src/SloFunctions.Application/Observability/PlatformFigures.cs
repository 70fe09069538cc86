namespace SloFunctions.Application.Observability;

/// <summary>What the database knows of the whole platform, at one moment.</summary>
/// <param name="ServicesInScope">Services that somebody registered.</param>
/// <param name="ServicesDiscovered">Services known only because others call them.</param>
/// <param name="Dependencies">Dependencies that are not stale, each counted once however many sources report it.</param>
/// <param name="OpenCycles">Circular dependencies of the present graph that nobody has acknowledged or resolved.</param>
/// <param name="RecommendedServices">Registered services with valid recommendations.</param>
/// <param name="OutdatedServices">Registered services of which the only recommendations have expired or are stale.</param>
/// <param name="Through">The end of the last hour of telemetry that is stored; null before the first.</param>
/// <param name="Objectives">The active SLOs.</param>
public sealed record PlatformFigures(
    int ServicesInScope,
    int ServicesDiscovered,
    int Dependencies,
    int OpenCycles,
    int RecommendedServices,
    int OutdatedServices,
    DateTimeOffset? Through,
    IReadOnlyList<ObjectiveFigure> Objectives)
{
    /// <summary>Graph events and submissions that are kept as dead letters.</summary>
    public int DeadLetters { get; init; }

    /// <summary>Large submissions that are still to be stored in the graph.</summary>
    public int WaitingSubmissions { get; init; }

    /// <summary>What the database says of itself.</summary>
    public DatabaseFigures Database { get; init; }

    /// <summary>Nodes of the dependency graph.</summary>
    public int Nodes => ServicesInScope + ServicesDiscovered;
}

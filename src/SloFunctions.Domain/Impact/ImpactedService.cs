using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Impact;

/// <summary>What a change of one service does to another that needs it. Availabilities are ratios in [0, 1].</summary>
/// <param name="Service">The number of the service that is affected.</param>
/// <param name="IsDirect">Whether it needs the changed service itself and not only through others.</param>
/// <param name="IsNecessary">Whether it cannot do without the changed service.</param>
/// <param name="Current">Its composite availability before the change.</param>
/// <param name="Projected">Its composite availability after the change.</param>
/// <param name="Delta">Projected − current, computed from the change itself, so that it is right where both are nearly equal.</param>
/// <param name="Cycles">The members of the cycles on the way to the changed service.</param>
public sealed record ImpactedService(
    int Service,
    bool IsDirect,
    bool IsNecessary,
    Composite Current,
    Composite Projected,
    double Delta,
    IReadOnlyList<IReadOnlyList<int>> Cycles);

using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Impact;

/// <summary>What changes would do to one service. Availabilities are ratios in [0, 1].</summary>
/// <param name="Service">The number of the service in the changed graph.</param>
/// <param name="Current">Its composite availability before; null when the changes add it.</param>
/// <param name="Projected">Its composite availability after.</param>
/// <param name="Delta">Projected − current; 0 when only rounding tells them apart; null when the changes add the service.</param>
/// <param name="SinglePointsGained">The services that it could no longer do without.</param>
/// <param name="SinglePointsLost">The services that it could do without from then on.</param>
public sealed record WhatIfService(
    int Service,
    Composite? Current,
    Composite Projected,
    double? Delta,
    IReadOnlyList<int> SinglePointsGained,
    IReadOnlyList<int> SinglePointsLost)
{
    /// <summary>Whether the changes do anything to it.</summary>
    public bool IsAffected => Delta is not 0 || SinglePointsGained.Count > 0 || SinglePointsLost.Count > 0;
}

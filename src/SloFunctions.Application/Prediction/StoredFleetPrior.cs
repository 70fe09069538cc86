using SloFunctions.Domain.Prediction;

namespace SloFunctions.Application.Prediction;

/// <summary>A prior that was fitted.</summary>
/// <param name="FittedAt">When.</param>
/// <param name="Prior">The prior.</param>
public sealed record StoredFleetPrior(DateTimeOffset FittedAt, FleetPrior Prior)
{
    /// <summary>Before anything was fitted: what is usual elsewhere.</summary>
    public static readonly StoredFleetPrior Usual = new(DateTimeOffset.UnixEpoch, new FleetPriorFit(FleetArchetype.Usual).ToPrior());
}

using SloFunctions.Domain.Backtesting;

namespace SloFunctions.Application.Backtesting;

/// <summary>What to forecast and on what.</summary>
/// <param name="Families">The families of simulated fleets, in this order.</param>
/// <param name="Services">The services of each, at least 1.</param>
/// <param name="Days">The length of their histories, days.</param>
/// <param name="Seed">Another seed is another fleet.</param>
public sealed record BacktestQuery(IReadOnlyList<FailureFamily> Families, int Services, int Days, ulong Seed)
{
    /// <summary>Inside the family that the model assumes and outside of it.</summary>
    public static readonly BacktestQuery Usual = new([FailureFamily.CompoundPoisson, FailureFamily.Clustered], 1500, 100, 1);

    /// <summary>The usual plan: 30 days of history, an origin every 14 days.</summary>
    public static readonly BacktestPlan UsualPlan = new(lookbackDays: 30, stepDays: 14);
}

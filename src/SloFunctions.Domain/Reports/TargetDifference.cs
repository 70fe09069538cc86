using SloFunctions.Domain.ErrorBudgets;

namespace SloFunctions.Domain.Reports;

/// <summary>The target that people chose less the recommended one, in three measures.</summary>
/// <param name="Ratio">As a ratio, in (−1, 1); positive where people promise more.</param>
/// <param name="Nines">In nines, −log₁₀(1 − target): 1 is a tenth of the failures.</param>
/// <param name="BudgetMinutes">In minutes of full outage that an SLO window allows: negative where people promise more.</param>
public sealed record TargetDifference(double Ratio, double Nines, double BudgetMinutes)
{
    // Targets have eight decimals as ratios; what is below is rounding.
    private const double Negligible = 1e-9;

    /// <summary>The verdict.</summary>
    public ShadowVerdict Verdict => Ratio > Negligible ? ShadowVerdict.ManualStricter : Ratio < -Negligible ? ShadowVerdict.ManualLooser : ShadowVerdict.Same;

    /// <summary>Compares two targets.</summary>
    /// <param name="manual">A ratio in (0, 1).</param>
    /// <param name="recommended">A ratio in (0, 1).</param>
    public static TargetDifference Between(double manual, double recommended) => new(
        manual - recommended,
        NinesOf(manual) - NinesOf(recommended),
        ErrorBudget.SloWindowMinutes(manual) - ErrorBudget.SloWindowMinutes(recommended));

    private static double NinesOf(double target) =>
        target is > 0 and < 1 ? -Math.Log10(1 - target) : throw new ArgumentOutOfRangeException(nameof(target), target, "A target is a ratio in (0, 1).");
}

namespace SloFunctions.Domain.ErrorBudgets;

/// <summary>
/// What is to be done at which remaining share of an error budget. The table is that of the operations handbook: more than 50 %
/// normal, 25 to 50 % caution, 10 to 25 % freeze, less than 10 % incident. Where it names a share twice the milder state holds;
/// that an incident with nothing left has a name of its own is an addition, and asks for nothing further.
/// </summary>
public static class ErrorBudgetPolicy
{
    private const string Incident = "Respond as to an incident and stop all work on features.";

    /// <summary>The rows of the handbook, the largest remaining share first; every share reaches one.</summary>
    public static IReadOnlyList<BudgetBand> Bands { get; } = BandsOf(PolicyThresholds.Handbook);

    /// <summary>The rows with thresholds of a team's own.</summary>
    /// <exception cref="ArgumentException">The thresholds are not in order.</exception>
    public static IReadOnlyList<BudgetBand> BandsOf(PolicyThresholds thresholds)
    {
        if (!thresholds.AreOrdered) throw new ArgumentException($"{thresholds} is not 0 < incident < freeze < caution < 1.", nameof(thresholds));
        return
        [
            new(BudgetState.Normal, thresholds.Caution, false, "Deploy freely."),
            new(BudgetState.Caution, thresholds.Freeze, true, "Deploy less often and put work on reliability first."),
            new(BudgetState.Freeze, thresholds.Incident, true, "Deploy emergency fixes only; everybody works on reliability."),
            new(BudgetState.Incident, 0, false, Incident),
            new(BudgetState.Exhausted, double.NegativeInfinity, true, Incident),
        ];
    }

    /// <summary>The row that a remaining share belongs to.</summary>
    /// <param name="remainingShare">At most 1; may be negative.</param>
    /// <param name="thresholds">Thresholds of a team's own; the handbook's when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is above 1 or not a number.</exception>
    public static BudgetBand BandOf(double remainingShare, PolicyThresholds? thresholds = null)
    {
        if (remainingShare is not <= 1) throw new ArgumentOutOfRangeException(nameof(remainingShare), remainingShare, "A remaining share is at most 1.");
        return (thresholds is null ? Bands : BandsOf(thresholds)).First(b => b.IsReachedBy(remainingShare));
    }

    /// <summary>What holds at a balance.</summary>
    /// <param name="balance">The balance.</param>
    /// <param name="thresholds">Thresholds of a team's own; the handbook's when null.</param>
    public static BudgetState StateOf(BudgetBalance balance, PolicyThresholds? thresholds = null) => BandOf(balance.RemainingShare, thresholds).State;
}

namespace SloFunctions.Domain.ErrorBudgets;

/// <summary>Counts objectives by what is left of their error budgets.</summary>
public sealed class BudgetTally
{
    private readonly int[] states = new int[Enum.GetValues<BudgetState>().Length];
    private readonly int[] bands = new int[Enum.GetValues<ConsumptionBand>().Length];
    private readonly int[] gaps = new int[Enum.GetValues<BudgetGap>().Length];

    /// <summary>Objectives counted.</summary>
    public int Objectives { get; private set; }

    /// <summary>Those of which nothing is known.</summary>
    public int WithoutData { get; private set; }

    /// <summary>Objectives in a state of the policy.</summary>
    public int In(BudgetState state) => states[(int)state];

    /// <summary>Objectives that have consumed so much.</summary>
    public int In(ConsumptionBand band) => bands[(int)band];

    /// <summary>Objectives of which nothing is known for this reason.</summary>
    public int Without(BudgetGap gap) => gaps[(int)gap];

    /// <summary>Counts one objective.</summary>
    public void Add(BudgetReading reading)
    {
        Objectives++;
        if (reading.Balance is not { } balance)
        {
            WithoutData++;
            gaps[(int)reading.Gap!.Value]++;
            return;
        }

        states[(int)ErrorBudgetPolicy.StateOf(balance)]++;
        bands[(int)BandOf(balance.ConsumedShare)]++;
    }

    /// <summary>Where a band ends, as a consumed share; null for the last one, which does not.</summary>
    public static double? EndOf(ConsumptionBand band) => band switch
    {
        ConsumptionBand.UpTo25 => 0.25,
        ConsumptionBand.UpTo50 => 0.5,
        ConsumptionBand.UpTo75 => 0.75,
        ConsumptionBand.UpTo90 => 0.9,
        ConsumptionBand.UpTo100 => 1,
        _ => null,
    };

    /// <summary>The band of a consumed share, 0 or more.</summary>
    public static ConsumptionBand BandOf(double consumedShare) => consumedShare switch
    {
        <= 0.25 => ConsumptionBand.UpTo25,
        < 0.5 => ConsumptionBand.UpTo50,
        <= 0.75 => ConsumptionBand.UpTo75,
        <= 0.9 => ConsumptionBand.UpTo90,
        <= 1 => ConsumptionBand.UpTo100,
        _ => ConsumptionBand.Over100,
    };
}

namespace SloFunctions.Domain.ErrorBudgets;

/// <summary>How much of an error budget is consumed. The bands are parts of the policy's: none of them holds two of its states, but for a budget that is consumed exactly.</summary>
public enum ConsumptionBand
{
    /// <summary>At most 25 %.</summary>
    UpTo25,

    /// <summary>More, but less than 50 %.</summary>
    UpTo50,

    /// <summary>50 to 75 %.</summary>
    UpTo75,

    /// <summary>More than 75 %, at most 90 %.</summary>
    UpTo90,

    /// <summary>More than 90 %, at most 100 %.</summary>
    UpTo100,

    /// <summary>More than 100 %: the objective is missed.</summary>
    Over100,
}

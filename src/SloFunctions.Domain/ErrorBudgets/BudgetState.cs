namespace SloFunctions.Domain.ErrorBudgets;

/// <summary>What the error budget policy asks for, the mildest first.</summary>
public enum BudgetState
{
    /// <summary>Work goes on as usual.</summary>
    Normal,

    /// <summary>Changes slow down.</summary>
    Caution,

    /// <summary>Only emergency fixes are deployed.</summary>
    Freeze,

    /// <summary>Everybody works on reliability as in an incident.</summary>
    Incident,

    /// <summary>As an incident, with nothing left to spend.</summary>
    Exhausted,
}

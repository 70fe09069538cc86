namespace SloFunctions.Domain.ErrorBudgets;

/// <summary>What a projection of an error budget comes to.</summary>
public enum ProjectionOutcome
{
    /// <summary>The budget is spent at some time within the next SLO window.</summary>
    Exhausts,

    /// <summary>It is not: it lasts, or recovers as old failures leave the window.</summary>
    Lasts,

    /// <summary>Nothing is left already.</summary>
    AlreadyExhausted,

    /// <summary>Fewer hours than are needed were measured lately.</summary>
    TooFewHours,
}

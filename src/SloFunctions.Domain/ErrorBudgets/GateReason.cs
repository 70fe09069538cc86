namespace SloFunctions.Domain.ErrorBudgets;

/// <summary>Why a gate decides as it does.</summary>
public enum GateReason
{
    /// <summary>There is budget left.</summary>
    BudgetLeft,

    /// <summary>The budget is in the state of caution.</summary>
    BudgetCaution,

    /// <summary>The budget is in the state of freeze.</summary>
    BudgetFreeze,

    /// <summary>The budget is in the state of an incident.</summary>
    BudgetIncident,

    /// <summary>Nothing is left of the budget.</summary>
    BudgetExhausted,

    /// <summary>The budget is being spent so fast that somebody is woken up.</summary>
    FastBurn,

    /// <summary>The service has no SLO in force.</summary>
    NoSlo,

    /// <summary>Nothing was measured of the service.</summary>
    NoTelemetry,

    /// <summary>The service had no requests.</summary>
    NoTraffic,

    /// <summary>The objective cannot be measured.</summary>
    Unmeasurable,

    /// <summary>The last stored hour is long past.</summary>
    StaleData,

    /// <summary>The policy lets emergency fixes through.</summary>
    EmergencyFix,
}

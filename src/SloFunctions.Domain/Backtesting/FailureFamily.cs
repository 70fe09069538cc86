namespace SloFunctions.Domain.Backtesting;

/// <summary>How the services of a simulated fleet fail.</summary>
public enum FailureFamily
{
    /// <summary>As the predictive model assumes: independent incidents at a constant rate, steady background errors.</summary>
    CompoundPoisson,

    /// <summary>As it does not: incidents cause others, some last very long, rates and background errors wander, outages are shared.</summary>
    Clustered,

    /// <summary>As status pages tell of providers: next to no background errors, rare incidents of hours or days in three grades.</summary>
    StatusPage,
}

namespace SloFunctions.Application.ErrorBudgets;

/// <summary>How much may be asked of the deploy gate at once.</summary>
public static class GateLimits
{
    /// <summary>The most services.</summary>
    public const int Services = 100;

    /// <summary>The longest reason for an emergency, characters.</summary>
    public const int Reason = 1000;

    /// <summary>The longest name of a team, characters.</summary>
    public const int Team = 255;
}

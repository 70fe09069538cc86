namespace SloFunctions.Domain.Recommendations;

/// <summary>How much risk a recommended target takes.</summary>
public enum Tier
{
    /// <summary>Hardly ever missed.</summary>
    Conservative,

    /// <summary>The default proposal.</summary>
    Balanced,

    /// <summary>Ambitious: missed now and then.</summary>
    Aggressive,
}

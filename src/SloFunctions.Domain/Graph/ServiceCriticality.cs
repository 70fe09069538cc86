namespace SloFunctions.Domain.Graph;

/// <summary>How much the business depends on a service.</summary>
public enum ServiceCriticality
{
    /// <summary>The business stops without it.</summary>
    Critical,

    /// <summary>Important to most users.</summary>
    High,

    /// <summary>The usual case, and the default.</summary>
    Medium,

    /// <summary>Missed by few.</summary>
    Low,
}

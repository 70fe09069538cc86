namespace SloFunctions.Domain.Drift;

/// <summary>Which way a series moved.</summary>
public enum DriftDirection
{
    /// <summary>Slower, or more failures.</summary>
    Up,

    /// <summary>Faster, or fewer failures.</summary>
    Down,
}

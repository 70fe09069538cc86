namespace SloFunctions.Domain.Impact;

/// <summary>What is certain about the price of a plan.</summary>
public enum Optimality
{
    /// <summary>No cheaper plan exists.</summary>
    Proven,

    /// <summary>No cheaper plan exists among those that improve alternatives in the steps of the ladder; all else is free.</summary>
    ProvenOnLadder,

    /// <summary>A cheaper plan may exist.</summary>
    Heuristic,
}

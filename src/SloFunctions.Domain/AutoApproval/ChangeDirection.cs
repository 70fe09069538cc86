namespace SloFunctions.Domain.AutoApproval;

/// <summary>What a recommended target would do to the one in force.</summary>
public enum ChangeDirection
{
    /// <summary>It promises more: a higher availability, or a shorter duration.</summary>
    Tighten,

    /// <summary>It promises less.</summary>
    Relax,

    /// <summary>There is no target in force yet.</summary>
    Initial,
}

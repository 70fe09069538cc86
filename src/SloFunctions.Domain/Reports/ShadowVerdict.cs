namespace SloFunctions.Domain.Reports;

/// <summary>How a target that people chose compares with the recommended one.</summary>
public enum ShadowVerdict
{
    /// <summary>People promise more.</summary>
    ManualStricter,

    /// <summary>People promise less.</summary>
    ManualLooser,

    /// <summary>Both promise the same.</summary>
    Same,
}

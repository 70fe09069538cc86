namespace SloFunctions.Domain.Audit;

/// <summary>In which way a chain is not as it was written.</summary>
public enum ChainBreakKind
{
    /// <summary>An entry does not give its digest.</summary>
    Changed,

    /// <summary>Numbers are left out.</summary>
    Missing,

    /// <summary>A number is there again.</summary>
    Repeated,

    /// <summary>An entry does not follow the one before it.</summary>
    Unlinked,

    /// <summary>The chain does not end where its head says.</summary>
    HeadMismatch,

    /// <summary>The chain does not hold what was anchored.</summary>
    AnchorMismatch,
}

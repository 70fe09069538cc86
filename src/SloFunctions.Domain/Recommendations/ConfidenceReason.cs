namespace SloFunctions.Domain.Recommendations;

/// <summary>Why a recommendation is trusted less.</summary>
public enum ConfidenceReason
{
    /// <summary>Nothing was ever measured: the archetype and the fleet speak alone.</summary>
    NothingMeasured,

    /// <summary>Less than 30 days of data exist.</summary>
    ShortHistory,

    /// <summary>A look-back of less than an SLO window was asked for.</summary>
    ShortLookback,

    /// <summary>Hours of the window were not measured.</summary>
    IncompleteData,

    /// <summary>Samples were faulty.</summary>
    FaultyTelemetry,

    /// <summary>The traffic is too low for the level that the history supports, or for sure figures.</summary>
    LowTraffic,

    /// <summary>The fleet has shown too few incidents to learn from; usual figures stand in.</summary>
    LittleFleetEvidence,

    /// <summary>The service behaves differently than at the beginning of the window.</summary>
    Drifted,

    /// <summary>A chain of dependencies is long.</summary>
    LongChain,

    /// <summary>The composite availability is estimated, not exact.</summary>
    EstimatedComposite,

    /// <summary>Dependencies are softer than declared, or the graph is wrong.</summary>
    MaskedDependencies,

    /// <summary>Nothing is known of some hard dependencies.</summary>
    UnmeasuredDependencies,

    /// <summary>The history is read literally, which says nothing of incidents it happens not to hold.</summary>
    LiteralHistory,
}

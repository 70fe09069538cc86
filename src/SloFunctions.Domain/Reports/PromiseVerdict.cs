namespace SloFunctions.Domain.Reports;

/// <summary>How promised breach probabilities compare with what came.</summary>
public enum PromiseVerdict
{
    /// <summary>There are fewer windows than a verdict needs.</summary>
    TooFew,

    /// <summary>The promise lies within the interval of the realised rate.</summary>
    AsPromised,

    /// <summary>More was breached than promised.</summary>
    WorseThanPromised,

    /// <summary>Less was breached than promised.</summary>
    Better,
}

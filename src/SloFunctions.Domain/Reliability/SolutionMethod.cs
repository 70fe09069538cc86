namespace SloFunctions.Domain.Reliability;

/// <summary>How a composite availability was found.</summary>
public enum SolutionMethod
{
    /// <summary>Computed; right but for rounding.</summary>
    Exact,

    /// <summary>Estimated from random samples because alternatives are entangled too much; seeded from the input.</summary>
    MonteCarlo,
}

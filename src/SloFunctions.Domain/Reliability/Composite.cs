namespace SloFunctions.Domain.Reliability;

/// <summary>How available a service is with everything it needs. All values are ratios in [0, 1].</summary>
/// <param name="Availability">The probability that the service and all it needs work.</param>
/// <param name="Method">How it was found.</param>
/// <param name="Lower">The lower end of the 95 % interval; the availability itself when exact.</param>
/// <param name="Upper">The upper end of that interval.</param>
public readonly record struct Composite(double Availability, SolutionMethod Method, double Lower, double Upper)
{
    /// <summary>Whether the value is computed rather than estimated.</summary>
    public bool IsExact => Method == SolutionMethod.Exact;

    /// <summary>A computed availability.</summary>
    public static Composite Exactly(double availability) => new(availability, SolutionMethod.Exact, availability, availability);

    /// <summary>The same together with something independent that works with the given probability.</summary>
    public Composite Times(double factor) => new(Availability * factor, Method, Lower * factor, Upper * factor);
}

namespace SloFunctions.Domain.Recommendations;

/// <summary>A dependency whose own availability is varied while all others stay.</summary>
/// <param name="Name">The service.</param>
/// <param name="Availability">Its own availability as it is, with perfect dependencies; a ratio in [0, 1].</param>
/// <param name="CeilingWithout">The ceiling of the caller when it always fails, in [0, 1].</param>
/// <param name="CeilingWith">The ceiling of the caller when it never fails, in (0, 1].</param>
public sealed record VariedDependency(string Name, double Availability, double CeilingWithout, double CeilingWith)
{
    /// <summary>
    /// The ceiling at another availability ÷ the ceiling as it is; exact, because a composite is linear in each availability. In
    /// a cycle, whose weakest member counts, it is so only until another member is weaker.
    /// </summary>
    public double Factor(double availability) => availability.Equals(Availability) ? 1 : At(availability) / At(Availability);

    private double At(double availability) => CeilingWithout + (availability * (CeilingWith - CeilingWithout));
}

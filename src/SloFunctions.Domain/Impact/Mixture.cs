using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Impact;

/// <summary>Availabilities that are mixed by the probability of something independent of both.</summary>
internal static class Mixture
{
    /// <summary>(1 − share) × first + share × second.</summary>
    /// <param name="first">The availability while it does not hold.</param>
    /// <param name="second">The availability while it holds.</param>
    /// <param name="share">The probability that it holds, in [0, 1].</param>
    public static Composite Of(Composite first, Composite second, double share)
    {
        if (share <= 0) return first;
        if (share >= 1) return second;
        return new Composite(
            Mix(first.Availability, second.Availability, share),
            first.IsExact && second.IsExact ? SolutionMethod.Exact : SolutionMethod.MonteCarlo,
            Mix(first.Lower, second.Lower, share),
            Mix(first.Upper, second.Upper, share));
    }

    // By its unavailability, which is what has to be right where both are close to 1.
    private static double Mix(double first, double second, double share) => 1 - ((1 - share) * (1 - first)) - (share * (1 - second));
}

namespace SloFunctions.Domain.Recommendations;

/// <summary>What the dependencies of a service let through, taken apart for explanations. All are ratios in (0, 1].</summary>
/// <param name="Internal">The ceiling with all external services perfect.</param>
/// <param name="External">What external services leave of it: ceiling ÷ <paramref name="Internal"/>.</param>
/// <param name="BoundNow">The composite availability bound of the service.</param>
/// <param name="Masking">The share of their failures that reaches callers, in [0, 1]; 1 where nothing hides them.</param>
/// <param name="Varied">The dependencies that are varied one by one.</param>
public sealed record DependencyFactors(double Internal, double External, double BoundNow, double Masking, IReadOnlyList<VariedDependency> Varied)
{
    /// <summary>A service that needs no other.</summary>
    public static readonly DependencyFactors None = new(1, 1, 1, 1, []);

    /// <summary>The dependency ceiling as it is.</summary>
    public double Now => Internal * External;

    /// <summary>What of it is felt as it is.</summary>
    public double FeltNow => Felt(Now);

    /// <summary>What is felt of a ceiling: 1 − masking × (1 − ceiling).</summary>
    public double Felt(double ceiling) => 1 - (Masking * (1 - ceiling));
}

namespace SloFunctions.Domain.Explanations;

/// <summary>What one feature adds to a score.</summary>
/// <param name="Feature">The position of the feature.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value in the instance, in its own unit.</param>
/// <param name="Background">The value it is compared with.</param>
/// <param name="Phi">Its exact Shapley value: what it adds to the score, in the unit of the score; negative where it takes away.</param>
/// <param name="Contribution">|φ| ÷ Σ|φ|, in [0, 1]; 0 when no feature adds anything.</param>
public sealed record FeatureAttribution(int Feature, string Name, double Value, double Background, double Phi, double Contribution);

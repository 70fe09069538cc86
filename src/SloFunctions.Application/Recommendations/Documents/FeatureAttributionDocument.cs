namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>What one feature adds to a score.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Value">Its value for the service.</param>
/// <param name="Background">The value it is compared with.</param>
/// <param name="Unit">The unit of both.</param>
/// <param name="Phi">Its exact Shapley value, in the unit of the score; negative where it lowers the score.</param>
/// <param name="Contribution">|phi| ÷ Σ|phi|, in [0, 1].</param>
public sealed record FeatureAttributionDocument(string Feature, double Value, double Background, string Unit, double Phi, double Contribution);

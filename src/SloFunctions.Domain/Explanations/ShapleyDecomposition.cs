namespace SloFunctions.Domain.Explanations;

/// <summary>A value taken apart into what each feature adds to it.</summary>
/// <param name="BaseValue">The value with every feature at its background, in the unit of what is explained.</param>
/// <param name="Value">The value with every feature taken from the instance.</param>
/// <param name="Phi">
/// One Shapley value a feature, in the same unit and with a sign; they add up to <paramref name="Value"/> −
/// <paramref name="BaseValue"/>.
/// </param>
public sealed record ShapleyDecomposition(double BaseValue, double Value, IReadOnlyList<double> Phi);

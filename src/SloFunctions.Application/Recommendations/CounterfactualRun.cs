using SloFunctions.Domain.Explanations;

namespace SloFunctions.Application.Recommendations;

/// <summary>A counterfactual as it was run, before anything is rounded for people.</summary>
/// <param name="Position">The feature's position in the score.</param>
/// <param name="Feature">Its name: a feature, or a service that is depended on.</param>
/// <param name="Change">How it was changed, as the API calls it.</param>
/// <param name="Now">Its value as things are.</param>
/// <param name="Reached">What came of it; null when no value reaches the next target.</param>
public sealed record CounterfactualRun(int Position, string Feature, string Change, double Now, Counterfactual? Reached);

namespace SloFunctions.Domain.Explanations;

/// <summary>
/// What the target would be with one input changed. A statement of fact about the scoring function: running it with
/// <paramref name="To"/> in place of <paramref name="From"/> gives exactly <paramref name="Target"/>.
/// </summary>
/// <param name="Feature">The position of the feature.</param>
/// <param name="From">Its value in the instance.</param>
/// <param name="To">The value it is changed to.</param>
/// <param name="TargetBefore">The target as things are; null when none can be recommended.</param>
/// <param name="Target">The target after the change; null when none can be recommended.</param>
public sealed record Counterfactual(int Feature, double From, double To, double? TargetBefore, double? Target);

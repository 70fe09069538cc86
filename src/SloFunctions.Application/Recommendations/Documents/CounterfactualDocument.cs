namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>What would be recommended if one thing were different; each is a run of the same computation.</summary>
/// <param name="Feature">What is changed: a feature, or a service that is depended on.</param>
/// <param name="Change">
/// How: <c>one_nine_better</c>, <c>one_nine_worse</c>, <c>half</c>, <c>double</c>, <c>none</c> for doing away with it, or <c>next_target</c> for the smallest
/// change that reaches the next target.
/// </param>
/// <param name="From">The value as it is.</param>
/// <param name="To">The value it is changed to; null when no value reaches the next target.</param>
/// <param name="Unit">The unit of both.</param>
/// <param name="TargetBefore">The balanced target as it is, in the unit of the recommendation: percent or milliseconds.</param>
/// <param name="Target">The balanced target after the change; null when none could be recommended, or none is reached.</param>
/// <param name="Condition">The change for people.</param>
/// <param name="Result">What follows, for people.</param>
public sealed record CounterfactualDocument(
    string Feature, string Change, double From, double? To, string Unit, double? TargetBefore, double? Target, string Condition, string Result);

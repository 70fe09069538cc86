using SloFunctions.Application.Validation;

namespace SloFunctions.Application.AutoApproval;

/// <summary>Who changes rules, when, and what they demand of the rule as it is.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Now">When.</param>
/// <param name="Demand">What the rule's present tag must be.</param>
public sealed record RuleChange(string Actor, DateTimeOffset Now, Precondition Demand);

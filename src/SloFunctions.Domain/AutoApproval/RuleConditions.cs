using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.AutoApproval;

/// <summary>What must hold for a rule to take a recommendation; all of it. A condition that is null or an empty list restricts nothing.</summary>
public sealed record RuleConditions
{
    /// <summary>The tier that the rule takes, and that its conditions are about.</summary>
    public Tier Tier { get; init; } = Tier.Balanced;

    /// <summary>The service is one of these critical.</summary>
    public IReadOnlyList<ServiceCriticality> Criticality { get; init; } = [];

    /// <summary>The service belongs to one of these teams; compared exactly.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>The recommendation is about one of these SLIs.</summary>
    public IReadOnlyList<SliType> SliTypes { get; init; } = [];

    /// <summary>The least confidence score, in [0, 1].</summary>
    public double? ConfidenceMin { get; init; }

    /// <summary>How far the availability target is at least below the composite bound, a difference of ratios, 0 or more.</summary>
    public double? CompositeMarginMin { get; init; }

    /// <summary>The least share of the look-back window that was measured, in [0, 1].</summary>
    public double? DataCompletenessMin { get; init; }

    /// <summary>The largest chance of missing the target in the coming window, in [0, 1].</summary>
    public double? BreachProbabilityMax { get; init; }

    /// <summary>What the target may do to the one in force.</summary>
    public IReadOnlyList<ChangeDirection> Directions { get; init; } = [];

    /// <summary>The largest change: of availability as a share of the present error budget, of latency as a share of the present duration; above 0.</summary>
    public double? MaxChange { get; init; }

    /// <summary>Whether anything at all is asked of a recommendation.</summary>
    public bool IsRestricting =>
        Criticality.Count + Teams.Count + SliTypes.Count + Directions.Count > 0
        || ConfidenceMin is not null || CompositeMarginMin is not null || DataCompletenessMin is not null || BreachProbabilityMax is not null || MaxChange is not null;
}

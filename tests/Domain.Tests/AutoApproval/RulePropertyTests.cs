using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.Tests.AutoApproval;

public sealed class RulePropertyTests
{
    [Fact]
    public void A_further_condition_never_makes_a_rule_wider()
    {
        int approved = 0;
        Property.Holds(3000, random =>
        {
            var (candidate, standing, conditions) = (Candidate(random), Standing(random), Conditions(random));
            bool before = Rules.Judge(conditions, candidate, standing).Approves;
            if (before) approved++;

            if (Rules.Judge(Further(conditions, random), candidate, standing).Approves) before.ShouldBeTrue();
        });
        approved.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void A_disabled_rule_never_fires() => Property.Holds(1000, random =>
        RuleEvaluation.Evaluate(Rules.With(Conditions(random), isEnabled: false), Candidate(random), Standing(random), Rules.Now).Approves.ShouldBeFalse());

    [Fact]
    public void Nothing_of_low_confidence_or_above_the_bound_or_new_is_ever_approved() => Property.Holds(3000, random =>
    {
        var candidate = Candidate(random);
        if (!Rules.Judge(Conditions(random), candidate, Standing(random)).Approves) return;
        (candidate.IsLowConfidence, candidate.IsColdStart, candidate.Proposal.ExceedsCompositeBound, candidate.IsOpen).ShouldBe((false, false, false, true));
    });

    private static RuleConditions Conditions(SeededRandom random)
    {
        var conditions = new RuleConditions();
        for (int i = random.Between(0, 3); i > 0; i--) conditions = Further(conditions, random);
        return conditions;
    }

    // Adds a condition, or narrows one.
    private static RuleConditions Further(RuleConditions conditions, SeededRandom random) => random.Below(8) switch
    {
        0 => conditions with { ConfidenceMin = Math.Max(conditions.ConfidenceMin ?? 0, random.Unit()) },
        1 => conditions with { DataCompletenessMin = Math.Max(conditions.DataCompletenessMin ?? 0, random.Unit()) },
        2 => conditions with { CompositeMarginMin = Math.Max(conditions.CompositeMarginMin ?? 0, random.Unit() / 1000) },
        3 => conditions with { BreachProbabilityMax = Math.Min(conditions.BreachProbabilityMax ?? 1, random.Unit()) },
        4 => conditions with { MaxChange = Math.Min(conditions.MaxChange ?? 100, random.Unit()) },
        5 when conditions.Criticality.Count == 0 => conditions with { Criticality = [ServiceCriticality.Low, ServiceCriticality.High] },
        6 when conditions.Directions.Count == 0 => conditions with { Directions = [ChangeDirection.Initial, ChangeDirection.Relax] },
        _ when conditions.SliTypes.Count == 0 => conditions with { SliTypes = [SliType.Availability] },
        _ => conditions,
    };

    private static ApprovalCandidate Candidate(SeededRandom random)
    {
        var kind = random.Chance(0.7) ? Rules.Availability : Rules.Latency;
        return kind with
        {
            IsOpen = random.Chance(0.95),
            IsColdStart = random.Chance(0.05),
            IsLowConfidence = random.Chance(0.05),
            Confidence = random.Unit(),
            DataCompleteness = random.Unit(),
            Proposal = kind.Proposal with { ExceedsCompositeBound = random.Chance(0.05), BreachProbability = random.Unit() / 10 },
        };
    }

    private static ServiceStanding Standing(SeededRandom random)
    {
        var standing = random.Chance(0.5)
            ? Rules.Promising(random.Chance(0.5) ? 0.99 : 0.9995, random.Chance(0.5) ? 300 : null, source: random.Chance(0.1) ? SloSource.Manual : SloSource.RecommendationAccepted)
            : Rules.Service;
        return standing with { Criticality = random.Chance(0.5) ? ServiceCriticality.Low : ServiceCriticality.Critical };
    }
}

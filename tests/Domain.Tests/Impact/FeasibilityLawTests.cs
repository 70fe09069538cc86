using SloFunctions.Domain.Impact;
using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Tests.Impact;

public sealed class FeasibilityLawTests
{
    private const double Rounding = 1e-11;

    [Fact]
    public void A_plan_reaches_its_target_at_the_price_it_states() => Property.Holds(200, random =>
    {
        var (graph, question) = Draw(random, hardOnly: false);
        var plan = Solve(graph, question);
        if (!plan.IsFeasible) return;

        var improved = plan.Improvements.Aggregate(graph, (g, i) => g.With(i.Service, i.To));
        improved.Works(question.Service).ShouldBeGreaterThanOrEqualTo(question.Target - Rounding);
        plan.Resulting.Availability.ShouldBe(improved.Works(question.Service), Rounding);
        plan.Improvements.ShouldAllBe(i => i.To > i.From && !question.Fixed.Contains(i.Service));
        plan.Cost.ShouldBe(
            plan.Improvements.Sum(i => question.Weights.GetValueOrDefault(i.Service, 1) * Math.Log10((1 - i.From) / (1 - i.To))), 1e-6);
    });

    [Fact]
    public void What_is_called_unreachable_is_so_with_everything_else_perfect() => Property.Holds(300, random =>
    {
        var (graph, question) = Draw(random, hardOnly: false);
        var perfect = graph with { Own = [.. graph.Own.Select((p, i) => question.Fixed.Contains(i) ? p : 1)] };

        bool isPossible = perfect.Works(question.Service) > question.Target + 1e-9;
        bool isImpossible = perfect.Works(question.Service) < question.Target - 1e-9;
        var plan = Solve(graph, question);

        if (isPossible) plan.IsFeasible.ShouldBeTrue();
        if (!isImpossible) return;
        plan.IsFeasible.ShouldBeFalse();
        plan.Improvements.ShouldBeEmpty();
        plan.Resulting.Availability.ShouldBe(perfect.Works(question.Service), Rounding);
    });

    [Fact]
    public void Without_alternatives_no_other_plan_is_cheaper() => Property.Holds(200, random =>
    {
        var (graph, question) = Draw(random, hardOnly: true);
        var plan = Solve(graph, question);
        if (!plan.IsFeasible) return;
        plan.Optimality.ShouldBe(Optimality.Proven);
        plan.LeastCost.ShouldBe(plan.Cost, 1e-9);

        // Every plan that just reaches the target is some split of the allowed loss among the services that are needed.
        int[] free = [.. Enumerable.Range(0, graph.Services).Where(i => graph.CannotDoWithout(question.Service, i) && !question.Fixed.Contains(i))];
        double kept = Enumerable.Range(0, graph.Services).Where(i => graph.CannotDoWithout(question.Service, i) && question.Fixed.Contains(i))
            .Aggregate(1.0, (product, i) => product * graph.Own[i]);
        double allowed = -Math.Log(question.Target / kept);
        for (int trial = 0; trial < 300; trial++)
        {
            double[] shares = [.. free.Select(_ => -Math.Log(1 - random.Unit()))];
            double cost = free.Select((service, i) => Cost(service, 1 - Math.Exp(-allowed * shares[i] / shares.Sum()))).Sum();
            cost.ShouldBeGreaterThanOrEqualTo(plan.Cost - 1e-9);
        }

        double Cost(int service, double level) =>
            level >= 1 - graph.Own[service] ? 0 : question.Weights.GetValueOrDefault(service, 1) * Math.Log10((1 - graph.Own[service]) / level);
    });

    [Fact]
    public void With_few_alternatives_no_choice_of_steps_is_cheaper() => Property.Holds(60, random =>
    {
        // 0 needs 1, and one of 2 and 3; 3 needs 4. All but one of the services that are needed stay as they are.
        var graph = SmallGraph.Parse("5>1 5>2|3 3>4", 1, Worse(random), Worse(random), Worse(random), Worse(random), Worse(random));
        var question = new FeasibilityQuestion(
            5, 1 - ((1 - graph.Works(5)) * Math.Pow(10, -1.5 * random.Unit())), Weights(random, 6), new HashSet<int> { 5 });
        var plan = Solve(graph, question);
        if (!plan.IsFeasible) return;
        plan.Optimality.ShouldBeOneOf(Optimality.Proven, Optimality.ProvenOnLadder);

        double cheapest = double.PositiveInfinity;
        for (int choice = 0; choice < 9 * 9 * 9; choice++)
        {
            int[] steps = [choice % 9, choice / 9 % 9, choice / 81];
            var tried = graph;
            double cost = 0;
            for (int i = 0; i < 3; i++)
            {
                tried = tried.With(i + 2, 1 - ((1 - graph.Own[i + 2]) * Math.Pow(10, -steps[i] * plan.LadderStep!.Value)));
                cost += question.Weights[i + 2] * steps[i] * plan.LadderStep.Value;
            }

            // What is left to do falls to the one service that is needed and can be improved.
            double left = question.Target / tried.With(1, 1).Works(5);
            if (left >= 1) continue;
            cost += left <= graph.Own[1] ? 0 : question.Weights[1] * Math.Log10((1 - graph.Own[1]) / (1 - left));
            cheapest = Math.Min(cheapest, cost);
        }

        plan.Cost.ShouldBe(cheapest, 1e-7);
        plan.LeastCost.ShouldBeLessThanOrEqualTo(cheapest + 1e-9);
    });

    [Fact]
    public void A_higher_target_never_costs_less() => Property.Holds(200, random =>
    {
        var (graph, question) = Draw(random, hardOnly: true);
        var lower = question with { Target = question.Target * (0.9 + (0.1 * random.Unit())) };
        var (high, low) = (Solve(graph, question), Solve(graph, lower));

        if (high.IsFeasible) low.IsFeasible.ShouldBeTrue();
        if (high.IsFeasible) low.Cost.ShouldBeLessThanOrEqualTo(high.Cost + 1e-9);
    });

    private static (SmallGraph Graph, FeasibilityQuestion Question) Draw(SeededRandom random, bool hardOnly)
    {
        var graph = SmallGraph.Random(random, hardOnly ? 8 : 7);
        if (hardOnly) graph = graph with { Dependencies = [.. graph.Dependencies.Select(d => d with { RedundancyGroup = null })] };
        int service = graph.Services - 1;
        double works = graph.Works(service);
        var set = Enumerable.Range(0, graph.Services).Where(_ => random.Chance(0.2)).ToHashSet();
        return (graph, new FeasibilityQuestion(service, works + ((1 - works) * 0.999 * random.Unit()), Weights(random, graph.Services), set));
    }

    private static Dictionary<int, double> Weights(SeededRandom random, int services) =>
        Enumerable.Range(0, services).ToDictionary(i => i, _ => 0.1 + (5 * random.Unit()));

    private static double Worse(SeededRandom random) => 0.9 + (0.0999 * random.Unit());

    private static FeasibilityPlan Solve(SmallGraph graph, FeasibilityQuestion question) =>
        new Feasibility(graph.Availabilities(), graph.Requirements).Of(question, CancellationToken.None);
}

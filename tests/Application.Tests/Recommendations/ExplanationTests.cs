using System.Text.Json;
using SloFunctions.Application.Recommendations;
using SloFunctions.Domain.Explanations;

namespace SloFunctions.Application.Tests.Recommendations;

/// <summary>What explanations publish is what the scoring functions say when they are run again on the stored evidence.</summary>
public sealed class ExplanationTests(RandomRecommendations recommendations) : IClassFixture<RandomRecommendations>
{
    private const double Precision = 1e-12;

    public static TheoryData<int> Seeds => [.. RandomRecommendations.Seeds];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_availability_counterfactual_is_a_run_of_the_score(int seed)
    {
        foreach (var (document, evidence, downstream) in await recommendations.OfAsync(seed))
        {
            var item = Item(document, "availability").ShouldNotBeNull();
            var explained = ExplainedAvailability.Of(evidence, downstream)!;

            // Scores remember what they have computed: the second has not seen the first one's runs.
            var again = ExplainedAvailability.Of(evidence, downstream)!.Score;
            ShouldBeRuns(
                item.GetProperty("explanation"), explained.Counterfactuals, NumberOf(Balanced(item), "target"), again.Instance,
                again.Target, target => Math.Round(target * 100, 6));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_latency_counterfactual_is_a_run_of_the_score(int seed)
    {
        foreach (var (document, evidence, _) in await recommendations.OfAsync(seed))
        {
            if (ExplainedLatency.Of(evidence) is not { } explained) continue;

            var item = Item(document, "latency").ShouldNotBeNull();
            ShouldBeRuns(
                item.GetProperty("explanation"), explained.Counterfactuals, NumberOf(Balanced(item), "target_ms"), explained.Score.Instance,
                explained.Score.Target, target => Math.Round(target * 1000, 3));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Attributions_add_up_to_the_published_level(int seed)
    {
        foreach (var (document, evidence, downstream) in await recommendations.OfAsync(seed))
        {
            var available = ExplainedAvailability.Of(evidence, downstream)!;
            ShouldAddUp(available.Attributed, available.Score.Level([.. available.Score.Instance]));
            ShouldAddUp(Item(document, "availability")!.Value, "raw_target", 6, 1e-9);

            if (ExplainedLatency.Of(evidence) is not { } quick) continue;
            ShouldAddUp(quick.Attributed, quick.Score.Level([.. quick.Score.Instance]));
            ShouldAddUp(Item(document, "latency")!.Value, "raw_target_ms", 3, 0.002);
        }
    }

    [Fact]
    public async Task Random_shops_show_every_kind_of_change()
    {
        var changes = new HashSet<(string, string)>();
        foreach (int seed in RandomRecommendations.Seeds)
        {
            foreach (var item in (await recommendations.OfAsync(seed)).SelectMany(r => r.Document.Items("recommendations")))
            {
                foreach (var published in item.GetProperty("explanation").Items("counterfactuals"))
                    changes.Add((item.Text("sli_type")!, published.Text("change")! + (published.GetProperty("to").ValueKind == JsonValueKind.Null ? " out of reach" : "")));
            }
        }

        changes.Order().ShouldBe(
        [
            ("availability", "double"), ("availability", "half"), ("availability", "next_target"), ("availability", "next_target out of reach"),
            ("availability", "one_nine_better"), ("availability", "one_nine_worse"),
            ("latency", "double"), ("latency", "half"), ("latency", "next_target"), ("latency", "next_target out of reach"), ("latency", "none"),
        ]);
    }

    private static void ShouldBeRuns(
        JsonElement explanation,
        IReadOnlyList<CounterfactualRun> runs,
        double? balanced,
        IReadOnlyList<double> instance,
        Func<double[], double> target,
        Func<double, double> published)
    {
        var documents = explanation.Items("counterfactuals");
        documents.Length.ShouldBe(runs.Count);
        foreach (var (document, run) in documents.Zip(runs))
        {
            (document.Text("feature"), document.Text("change")).ShouldBe((run.Feature, run.Change));
            NumberOf(document, "target_before").ShouldBe(balanced);
            if (run.Reached is not { } reached)
            {
                (NumberOf(document, "to"), NumberOf(document, "target")).ShouldBe((null, null));
                continue;
            }

            reached.From.ShouldBe(instance[run.Position]);
            double[] changed = [.. instance];
            changed[run.Position] = reached.To;
            double again = target(changed);
            NumberOf(document, "target").ShouldBe(double.IsFinite(again) ? published(again) : null);
            if (reached.To.Equals(reached.From)) continue;
            Math.Sign(document.Number("to") - document.Number("from")).ShouldBe(Math.Sign(reached.To - reached.From));
        }
    }

    private static void ShouldAddUp(AttributedScore attributed, double level)
    {
        attributed.Value.ShouldBe(level);
        (attributed.BaseValue + attributed.Features.Sum(f => f.Phi)).ShouldBe(attributed.Value, Precision * Math.Max(1, attributed.Value));
    }

    private static void ShouldAddUp(JsonElement item, string level, int decimals, double rounding)
    {
        var explanation = item.GetProperty("explanation");
        var basis = explanation.GetProperty("attribution_basis");
        double[] phi = [.. explanation.Items("feature_attribution").Select(f => f.Number("phi"))];
        (basis.Number("base_value") + phi.Sum()).ShouldBe(basis.Number("value"), rounding + (1e-8 * phi.Sum(Math.Abs)));
        Math.Round(basis.Number("value"), decimals).ShouldBe(Balanced(item).Number(level), 1.5 * Math.Pow(10, -decimals));
    }

    private static JsonElement? Item(JsonElement document, string type) =>
        document.Items("recommendations").Where(i => i.Text("sli_type") == type).Select(i => (JsonElement?)i).FirstOrDefault();

    private static JsonElement Balanced(JsonElement item) => item.GetProperty("tiers").GetProperty("balanced");

    private static double? NumberOf(JsonElement element, string property) =>
        element.GetProperty(property) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
}

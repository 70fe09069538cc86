using SloFunctions.Domain.Prediction;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Prediction;

public sealed class ExtremeHistoryTests
{
    private const long Huge = 1_000_000_000_000_000;

    public static TheoryData<string, SliCounts?[]> Extremes => new()
    {
        { "one request, good", [new SliCounts(1, 1)] },
        { "one request, bad", [new SliCounts(0, 1)] },
        { "one hour of thirty days", [.. new SliCounts?[719], new SliCounts(5, 7)] },
        { "huge and perfect", [.. Enumerable.Repeat((SliCounts?)new SliCounts(Huge, Huge), 720)] },
        { "huge and broken", [.. Enumerable.Repeat((SliCounts?)new SliCounts(0, Huge), 720)] },
        { "huge with one failure", [.. Enumerable.Repeat((SliCounts?)new SliCounts(Huge, Huge), 719), new SliCounts(Huge - 1, Huge)] },
        { "huge with an outage", [.. Enumerable.Repeat((SliCounts?)new SliCounts(Huge, Huge), 719), new SliCounts(0, Huge)] },
        { "years without a failure", [.. Enumerable.Repeat((SliCounts?)new SliCounts(9, 9), 24 * 1000)] },
        { "always half", [.. Enumerable.Repeat((SliCounts?)new SliCounts(1, 2), 720)] },
        { "an outage every fourth hour", [.. Enumerable.Range(0, 720).Select(i => (SliCounts?)new SliCounts(i % 5 == 0 ? 0 : 100, 100))] },
    };

    [Theory]
    [MemberData(nameof(Extremes))]
    public void Every_figure_is_a_number_in_its_range(string name, SliCounts?[] hours)
    {
        var record = IncidentDetection.Read(hours)!;
        foreach (var prior in new[] { Fleets.Prior(), Fleets.Prior(record), Fleets.Prior([.. Enumerable.Repeat(record, 300)]) })
        {
            var prediction = new AvailabilityPrediction(PredictionFeatures.Of(record, prior));

            foreach (double risk in new[] { 1e-9, 1e-6, 0.001, 0.01, 0.05, 0.5, 0.999, 1 - 1e-9 })
                prediction.Level(risk).ShouldBeInRange(0, 1 - 1e-12, $"{name} at {risk}");
            foreach (double target in TargetLadder.Levels.Append(1).Append(1e-9).Append(1 - 1e-15))
                prediction.BreachProbability(target).ShouldBeInRange(0, 1, $"{name} at {target}");
        }
    }

    [Fact]
    public void Any_history_can_be_predicted_from() => Property.Holds(60, random =>
    {
        if (IncidentDetection.Read(random.Hours(24 * random.Between(1, 40))) is not { } record) return;
        var prediction = new AvailabilityPrediction(PredictionFeatures.Of(record, Fleets.Prior(record)));

        prediction.Level(0.001).ShouldBeInRange(0, 1 - 1e-12);
        prediction.BreachProbability(0.999).ShouldBeInRange(0, 1);
    });
}

using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Recommendations;

/// <summary>
/// Forecasts from 30 days against the 28 days that follow, for each percentile and the two boundaries that matter: the one that
/// would be recommended, and the one below, which an owner may prefer.
/// </summary>
public sealed class BreachForecastCalibrationTests
{
    private const int Services = 300;
    private const int HistoryDays = 30;
    private const int WindowDays = 28;

    private static readonly List<Case> Cases = [.. Enumerable.Range(0, Services).SelectMany(i => Simulate(new SeededRandom((ulong)i)))];

    [Fact]
    public void The_sample_holds_breaches_and_kept_objectives_alike()
    {
        Cases.Count.ShouldBeGreaterThan(1200);
        Cases.Average(c => c.Breached).ShouldBeInRange(0.2, 0.6);
    }

    [Fact]
    public void Forecasts_come_true_about_as_often_as_they_say()
    {
        Cases.Average(c => c.Forecast).ShouldBe(Cases.Average(c => c.Breached), 0.05);
        foreach (var (from, to, least, most) in new[] { (0, 0.02, 0, 0.03), (0.02, 0.2, 0.005, 0.2), (0.2, 0.5, 0.1, 0.6), (0.5, 0.8, 0.4, 0.9), (0.8, 1.01, 0.85, 1) })
        {
            Case[] alike = [.. Cases.Where(c => c.Forecast >= from && c.Forecast < to)];

            alike.Length.ShouldBeGreaterThan(20, $"{from} to {to}");
            alike.Average(c => c.Breached).ShouldBeInRange(least, most, $"{from} to {to}, {alike.Length} cases");
        }
    }

    [Fact]
    public void Forecasts_are_better_than_the_share_of_past_days_and_than_the_same_for_all()
    {
        double share = Cases.Average(c => c.Breached);

        Brier(c => c.Forecast).ShouldBeLessThan(0.92 * Brier(c => c.BreachShare));
        Brier(c => c.Forecast).ShouldBeLessThan(0.4 * Brier(_ => share));
    }

    [Fact]
    public void What_is_said_to_be_hardly_possible_still_is_possible()
    {
        Cases.ShouldAllBe(c => c.Forecast > 0);
        LogLoss(c => c.Forecast).ShouldBeLessThan(0.92 * LogLoss(c => c.BreachShare));
    }

    private static double Brier(Func<Case, double> forecast) => Cases.Average(c => Math.Pow(forecast(c) - c.Breached, 2));

    private static double LogLoss(Func<Case, double> forecast) => Cases.Average(c =>
    {
        double p = Math.Clamp(forecast(c), 0.001, 0.999);
        return -Math.Log(c.Breached == 1 ? p : 1 - p);
    });

    private static IEnumerable<Case> Simulate(SeededRandom random)
    {
        var days = new SimulatedLatency(random).Days(HistoryDays + WindowDays);
        var history = days[..HistoryDays].Aggregate((a, b) => a.Plus(b));
        var coming = days[HistoryDays..].Aggregate((a, b) => a.Plus(b));
        foreach (var policy in TierPolicy.All)
        {
            double raw = history.Quantile(policy.LatencyPercentile) * (policy.HasNoiseMargin ? 1.05 : 1);
            foreach (double bound in history.Bounds.Where(b => b < raw).TakeLast(1).Concat(history.Bounds.Where(b => b >= raw).Take(1)))
            {
                SliCounts[] past = [.. days[..HistoryDays].Select(day => day.AtOrBelow(bound))];
                yield return new Case(
                    BreachForecast.Probability(past, policy.LatencyPercentile)!.Value,
                    past.Count(day => day.Ratio < policy.LatencyPercentile) / (double)HistoryDays,
                    coming.AtOrBelow(bound).Ratio < policy.LatencyPercentile ? 1 : 0);
            }
        }
    }

    private sealed record Case(double Forecast, double BreachShare, double Breached);
}

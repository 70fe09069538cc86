using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Recommendations;

public sealed class BreachForecastTests
{
    [Fact]
    public void A_history_without_a_bad_event_does_not_claim_certainty()
    {
        double quiet = Probability(Days(30, 0, 1_000), 0.999);
        double busy = Probability(Days(30, 0, 10_000_000), 0.999);

        quiet.ShouldBeInRange(1e-3, 0.05);
        busy.ShouldBeInRange(1e-6, 1e-3);
    }

    [Fact]
    public void What_half_the_days_miss_by_far_is_missed_again()
    {
        Probability(Days(30, 100, 1_000), 0.99).ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void A_history_right_on_the_objective_is_a_toss_up()
    {
        Probability(Days(30, 1_000, 100_000), 0.99).ShouldBe(0.5, 0.1);
    }

    [Fact]
    public void A_longer_history_says_more()
    {
        double week = Probability(Days(7, 400, 100_000), 0.99);
        double month = Probability(Days(30, 400, 100_000), 0.99);
        double year = Probability(Days(365, 400, 100_000), 0.99);

        week.ShouldBeGreaterThan(month);
        month.ShouldBeGreaterThan(year);
        year.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Slow_weekends_that_come_every_week_are_no_risk_but_as_many_slow_days_in_a_row_are()
    {
        double weekends = Probability([.. Enumerable.Range(0, 28).Select(i => Day(i % 7 >= 5 ? 2_000 : 100, 100_000))], 0.99);
        double row = Probability([.. Enumerable.Range(0, 28).Select(i => Day(i is >= 10 and < 18 ? 2_000 : 100, 100_000))], 0.99);

        weekends.ShouldBeLessThan(0.1);
        row.ShouldBeGreaterThan(2 * weekends);
    }

    [Fact]
    public void Less_than_a_week_with_events_tells_nothing()
    {
        BreachForecast.Probability(Days(6, 1, 100), 0.99).ShouldBeNull();
        BreachForecast.Probability([.. Days(6, 1, 100), .. Days(20, 0, 0)], 0.99).ShouldBeNull();
        BreachForecast.Probability([], 0.99).ShouldBeNull();
        BreachForecast.Probability(Days(7, 1, 100), 0.99).ShouldNotBeNull();
    }

    [Fact]
    public void Days_without_events_change_nothing() => Property.Holds(100, random =>
    {
        SliCounts[] days = Random(random, random.Between(7, 40));
        int at = random.Between(0, days.Length);

        BreachForecast.Probability([.. days[..at], default, .. days[at..]], 0.99).ShouldBe(BreachForecast.Probability(days, 0.99));
    });

    [Fact]
    public void It_is_a_probability_and_grows_with_the_objective() => Property.Holds(500, random =>
    {
        SliCounts[] days = Random(random, random.Between(7, 60));

        double[] probabilities = [.. new[] { 0.5, 0.9, 0.95, 0.99, 0.999, 0.9999 }.Select(objective => Probability(days, objective))];

        probabilities.ShouldAllBe(p => p > 0 && p <= 1);
        probabilities.ShouldBe(probabilities.Order().ToArray());
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void An_objective_is_a_share_between_nothing_and_all(double objective)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => BreachForecast.Probability(Days(30, 0, 10), objective));
    }

    private static double Probability(IReadOnlyList<SliCounts> days, double objective) =>
        BreachForecast.Probability(days, objective).ShouldNotBeNull();

    private static SliCounts[] Days(int count, long bad, long total) => [.. Enumerable.Repeat(Day(bad, total), count)];

    private static SliCounts Day(long bad, long total) => new(total - bad, total);

    private static SliCounts[] Random(SeededRandom random, int count)
    {
        int traffic = (int)Math.Pow(10, 1 + (6 * random.Unit()));
        double usual = Math.Pow(10, -6 * random.Unit());
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            int total = random.Between(1, traffic);
            return Day((long)(total * (random.Chance(0.05) ? random.Unit() : Math.Min(1, 2 * usual * random.Unit()))), total);
        })];
    }
}

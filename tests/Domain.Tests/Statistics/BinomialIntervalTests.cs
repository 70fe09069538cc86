using System.Text.Json;
using SloFunctions.Domain.Statistics;
using SloFunctions.Testing;

namespace SloFunctions.Domain.Tests.Statistics;

public sealed class BinomialIntervalTests
{
    private static readonly Func<long, long, double, BinomialInterval>[] Kinds =
        [BinomialInterval.Jeffreys, BinomialInterval.ClopperPearson, BinomialInterval.Wilson];

    public static TheoryData<string> Oracle => [.. ReadOracle().Select(item => item.GetRawText())];

    [Theory]
    [MemberData(nameof(Oracle))]
    public void The_intervals_are_the_reference_ones(string text)
    {
        var item = JsonSerializer.Deserialize<JsonElement>(text);
        long k = item.GetProperty("k").GetInt64();
        long n = item.GetProperty("n").GetInt64();

        ShouldBe(BinomialInterval.Wilson(k, n, 0.95), item.GetProperty("wilson"));
        ShouldBe(BinomialInterval.Jeffreys(k, n, 0.95), item.GetProperty("jeffreys"));
        ShouldBe(BinomialInterval.ClopperPearson(k, n, 0.95), item.GetProperty("clopper"));
        ShouldBeClose(BinomialInterval.UpperBound(k, n, 0.95), item.GetProperty("one_sided95_upper").GetDouble());
    }

    [Fact]
    public void Every_case_of_the_reference_is_read() => ReadOracle().Count.ShouldBe(7);

    [Fact]
    public void An_observed_extreme_is_an_end_of_the_interval()
    {
        Kinds.ShouldAllBe(interval => interval(0, 50, 0.95).Lower == 0 && interval(0, 50, 0.95).Upper < 1);
        Kinds.ShouldAllBe(interval => interval(50, 50, 0.95).Upper == 1 && interval(50, 50, 0.95).Lower > 0);
        BinomialInterval.UpperBound(50, 50, 0.95).ShouldBe(1);
    }

    [Fact]
    public void Failures_and_successes_mirror_each_other_and_the_observed_share_is_inside() => Property.Holds(500, random =>
    {
        int n = random.Between(1, 100_000);
        int k = random.Between(0, n);
        foreach (var kind in Kinds)
        {
            var interval = kind(k, n, 0.95);
            var mirrored = kind(n - k, n, 0.95);

            mirrored.Lower.ShouldBe(1 - interval.Upper, 1e-9);
            mirrored.Upper.ShouldBe(1 - interval.Lower, 1e-9);
            ((double)k / n).ShouldBeInRange(interval.Lower, interval.Upper);
        }
    });

    [Fact]
    public void More_confidence_means_a_wider_interval_and_the_exact_one_is_the_widest_of_the_beta_ones() => Property.Holds(200, random =>
    {
        int n = random.Between(1, 10_000);
        int k = random.Between(0, n);
        foreach (var kind in Kinds)
        {
            var (narrow, wide) = (kind(k, n, 0.8), kind(k, n, 0.99));

            wide.Lower.ShouldBeLessThanOrEqualTo(narrow.Lower);
            wide.Upper.ShouldBeGreaterThanOrEqualTo(narrow.Upper);
        }

        var exact = BinomialInterval.ClopperPearson(k, n, 0.9);
        var jeffreys = BinomialInterval.Jeffreys(k, n, 0.9);
        exact.Lower.ShouldBeLessThanOrEqualTo(jeffreys.Lower);
        exact.Upper.ShouldBeGreaterThanOrEqualTo(jeffreys.Upper);
    });

    [Theory]
    [InlineData(100)]
    [InlineData(30_000)]
    [InlineData(1_000_000_000)]
    public void Without_events_the_upper_bound_follows_from_the_chance_of_none(long n)
    {
        ShouldBeClose(BinomialInterval.UpperBound(0, n, 0.95), 1 - Math.Pow(0.05, 1.0 / n), 1e-6);
    }

    [Fact]
    public void Busy_services_have_narrow_intervals()
    {
        double upper = BinomialInterval.Jeffreys(0, 1_000_000_000_000, 0.95).Upper;
        upper.ShouldBeInRange(2e-12, 4e-12);
    }

    [Theory]
    [InlineData(0, 0, 0.95)]
    [InlineData(-1, 5, 0.95)]
    [InlineData(6, 5, 0.95)]
    [InlineData(1, 5, 0)]
    [InlineData(1, 5, 1)]
    [InlineData(1, 5, double.NaN)]
    public void Impossible_questions_are_refused(long k, long n, double confidence)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => BinomialInterval.UpperBound(k, n, confidence));
        foreach (var kind in Kinds) Should.Throw<ArgumentOutOfRangeException>(() => kind(k, n, confidence));
    }

    private static List<JsonElement> ReadOracle()
    {
        string file = RepositoryRoot.Combine("tests", "Domain.Tests", "Oracles", "binomial_intervals.json");
        return [.. JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file)).EnumerateArray()];
    }

    private static void ShouldBe(BinomialInterval actual, JsonElement expected)
    {
        ShouldBeClose(actual.Lower, expected[0].GetDouble());
        ShouldBeClose(actual.Upper, expected[1].GetDouble());
    }

    // Relative, since ends near zero are the ones that matter; the reference holds rounding instead of zero.
    private static void ShouldBeClose(double actual, double expected, double relative = 1e-9) =>
        actual.ShouldBe(expected, Math.Max(1e-15, relative * expected));
}

using System.Text.Json;
using SloFunctions.Domain.Reliability;
using SloFunctions.Testing;

namespace SloFunctions.Domain.Tests.Reliability;

public sealed class BinomialIntervalTests
{
    public static TheoryData<long, long, double, double> Oracle()
    {
        var cases = new TheoryData<long, long, double, double>();
        using var json = JsonDocument.Parse(
            File.ReadAllText(RepositoryRoot.Combine("tests", "Domain.Tests", "Oracles", "binomial_intervals.json")));
        foreach (var item in json.RootElement.EnumerateArray())
        {
            var interval = item.GetProperty("jeffreys");
            cases.Add(item.GetProperty("k").GetInt64(), item.GetProperty("n").GetInt64(), interval[0].GetDouble(), interval[1].GetDouble());
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Oracle))]
    public void The_interval_is_the_reference_one(long k, long n, double lower, double upper)
    {
        var interval = BinomialInterval.Jeffreys(k, n, 0.95);

        interval.Lower.ShouldBe(lower, 1e-9);
        interval.Upper.ShouldBe(upper, 1e-9);
    }

    [Fact]
    public void An_observed_extreme_is_an_end_of_the_interval()
    {
        BinomialInterval.Jeffreys(0, 50, 0.95).Lower.ShouldBe(0);
        BinomialInterval.Jeffreys(50, 50, 0.95).Upper.ShouldBe(1);
    }

    [Fact]
    public void Failures_and_successes_mirror_each_other_and_the_observed_share_is_inside() => Property.Holds(500, random =>
    {
        int n = random.Between(1, 100_000);
        int k = random.Between(0, n);
        var interval = BinomialInterval.Jeffreys(k, n, 0.95);
        var mirrored = BinomialInterval.Jeffreys(n - k, n, 0.95);

        mirrored.Lower.ShouldBe(1 - interval.Upper, 1e-9);
        mirrored.Upper.ShouldBe(1 - interval.Lower, 1e-9);
        ((double)k / n).ShouldBeInRange(interval.Lower, interval.Upper);
    });

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
        Should.Throw<ArgumentOutOfRangeException>(() => BinomialInterval.Jeffreys(k, n, confidence));
    }
}

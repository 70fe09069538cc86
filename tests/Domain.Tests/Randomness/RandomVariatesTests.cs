using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Tests.Randomness;

public sealed class RandomVariatesTests
{
    private const int Draws = 100_000;

    [Fact]
    public void Normal_draws_have_mean_0_and_variance_1() => Check(r => r.Normal(), 0, 1);

    [Fact]
    public void Exponential_draws_have_their_mean() => Check(r => r.Exponential(3), 3, 9);

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(7)]
    public void Gamma_draws_have_their_shape_for_mean_and_variance(double shape) => Check(r => r.Gamma(shape), shape, shape);

    [Theory]
    [InlineData(0.2)]
    [InlineData(40)]
    [InlineData(499)]
    [InlineData(501)]
    [InlineData(1e6)]
    public void Poisson_draws_have_the_same_mean_and_variance(double mean) => Check(r => r.Poisson(mean), mean, mean);

    [Fact]
    public void Nothing_is_expected_and_nothing_comes() => new SeededRandom(1).Poisson(0).ShouldBe(0);

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(0.9)]
    [InlineData(1)]
    public void Binomial_draws_stay_between_none_and_all(double probability)
    {
        var random = new SeededRandom(4);
        long[] drawn = [.. Enumerable.Range(0, 10_000).Select(_ => random.Binomial(20, probability))];

        drawn.ShouldAllBe(n => n >= 0 && n <= 20);
        drawn.Average().ShouldBe(20 * probability, 0.1);
    }

    // Six standard errors of the mean; a variance within a tenth.
    private static void Check(Func<SeededRandom, double> draw, double mean, double variance)
    {
        var random = new SeededRandom(3);
        double[] drawn = [.. Enumerable.Range(0, Draws).Select(_ => draw(random))];

        drawn.Average().ShouldBe(mean, 6 * Math.Sqrt(variance / Draws));
        drawn.Average(d => (d - mean) * (d - mean)).ShouldBe(variance, 0.1 * variance);
    }
}

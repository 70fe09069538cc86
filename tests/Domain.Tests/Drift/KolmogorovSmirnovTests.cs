using System.Text.Json;
using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Randomness;
using SloFunctions.Testing;

namespace SloFunctions.Domain.Tests.Drift;

public sealed class KolmogorovSmirnovTests
{
    [Fact]
    public void Statistic_and_both_p_values_are_those_of_scipy()
    {
        var cases = JsonElement.Parse(File.ReadAllText(RepositoryRoot.Combine("tests", "Domain.Tests", "Oracles", "ks2samp.json"))).EnumerateArray().ToArray();

        cases.Length.ShouldBe(21);
        foreach (var oracle in cases)
        {
            double[] a = Sorted(oracle.GetProperty("a")), b = Sorted(oracle.GetProperty("b"));
            double distance = KolmogorovSmirnov.Statistic(a, b);
            distance.ShouldBe(oracle.GetProperty("D").GetDouble(), 1e-12);
            KolmogorovSmirnov.PValue(distance, a.Length, b.Length).ShouldBe(oracle.GetProperty("p_exact").GetDouble(), 1e-12);
            int size = (int)Math.Round((double)a.Length * b.Length / (a.Length + b.Length));
            KolmogorovDistribution.Survival(distance, size).ShouldBe(oracle.GetProperty("p_asymp").GetDouble(), 1e-12);
        }
    }

    [Fact]
    public void Samples_that_do_not_overlap_are_as_far_apart_as_can_be()
    {
        KolmogorovSmirnov.Statistic([1, 2, 3, 4, 5], [6, 7, 8, 9, 10]).ShouldBe(1);
        KolmogorovSmirnov.PValue(1, 5, 5).ShouldBe(2.0 / 252, 1e-15);
    }

    [Fact]
    public void Equal_samples_are_no_evidence() => KolmogorovSmirnov.PValue(KolmogorovSmirnov.Statistic([1, 2, 2], [1, 2, 2]), 3, 3).ShouldBe(1);

    [Fact]
    public void Neither_the_order_of_the_samples_nor_a_growing_scale_matters() => Property.Holds(200, random =>
    {
        double[] a = Drawn(random), b = Drawn(random);
        double distance = KolmogorovSmirnov.Statistic(a, b);

        KolmogorovSmirnov.Statistic(b, a).ShouldBe(distance);
        KolmogorovSmirnov.Statistic(Array.ConvertAll(a, Math.Exp), Array.ConvertAll(b, Math.Exp)).ShouldBe(distance);
        KolmogorovSmirnov.PValue(distance, a.Length, b.Length).ShouldBe(KolmogorovSmirnov.PValue(distance, b.Length, a.Length), 1e-12);
    });

    [Fact]
    public void A_larger_distance_is_never_likelier() => Property.Holds(50, random =>
    {
        int n = random.Between(1, 40), m = random.Between(1, 40);
        double[] chances = [.. Enumerable.Range(0, (n * m) + 1).Select(steps => KolmogorovSmirnov.PValue(steps / (double)(n * m), n, m))];

        chances.ShouldBe(chances.OrderDescending());
    });

    [Fact]
    public void The_exact_chance_of_large_samples_tends_to_that_of_one_sample()
    {
        const int size = 400;
        double distance = 1.5 / Math.Sqrt(size / 2.0);

        KolmogorovSmirnov.ExactPValue(distance, size, size).ShouldBe(KolmogorovDistribution.Survival(distance, size / 2), 2e-3);
        KolmogorovDistribution.Survival(1.36 / Math.Sqrt(100_000), 100_000).ShouldBe(0.0495, 1e-3);
        KolmogorovSmirnov.PValue(0.02, 20_000, 20_000).ShouldBe(KolmogorovDistribution.Survival(0.02, 10_000));
    }

    [Theory]
    [InlineData(0, 10, 1)]
    [InlineData(1, 10, 0)]
    [InlineData(0.9, 100, 0)]
    public void The_ends_of_the_distribution_are_certain(double statistic, int size, double chance) =>
        KolmogorovDistribution.Survival(statistic, size).ShouldBe(chance, 1e-15);

    private static double[] Drawn(SeededRandom random)
    {
        double[] values = [.. Enumerable.Range(0, random.Between(1, 60)).Select(_ => RandomVariates.Normal(random))];
        Array.Sort(values);
        return values;
    }

    private static double[] Sorted(JsonElement values) => [.. values.EnumerateArray().Select(v => v.GetDouble()).Order()];
}

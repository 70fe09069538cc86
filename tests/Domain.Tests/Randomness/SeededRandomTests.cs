using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Tests.Randomness;

public sealed class SeededRandomTests
{
    [Fact]
    public void The_sequence_is_the_published_one_of_SplitMix64()
    {
        var random = new SeededRandom(1234567);

        Enumerable.Range(0, 5).Select(_ => random.NextBits()).ShouldBe(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821]);
    }

    [Fact]
    public void Seed_zero_gives_its_published_first_values()
    {
        var random = new SeededRandom(0);

        Enumerable.Range(0, 3).Select(_ => random.NextBits()).ShouldBe(
            [0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F]);
    }

    [Fact]
    public void The_same_text_seeds_the_same_sequence_and_another_text_another()
    {
        SeededRandom.For("checkout").NextBits().ShouldBe(SeededRandom.For("checkout").NextBits());
        SeededRandom.For("checkout").NextBits().ShouldNotBe(SeededRandom.For("checkout2").NextBits());
    }

    // First eight bytes of SHA-256("abc") = ba7816bf 8f01cfea, read as a little-endian number.
    [Fact]
    public void A_text_seeds_with_the_first_bytes_of_its_digest()
    {
        SeededRandom.For("abc").NextBits().ShouldBe(new SeededRandom(0xEACF018FBF1678BA).NextBits());
    }

    [Fact]
    public void Whole_numbers_stay_below_their_bound() => Property.Holds(2000, random =>
    {
        int bound = random.Chance(0.5) ? random.Between(1, 10) : random.Between(1, int.MaxValue - 1);
        random.Below(bound).ShouldBeInRange(0, bound - 1);
    });

    [Fact]
    public void Whole_numbers_are_evenly_spread()
    {
        var random = new SeededRandom(42);
        const int Draws = 60_000;
        int[] counts = new int[6];
        for (int i = 0; i < Draws; i++) counts[random.Below(6)]++;

        // Chi square with 5 degrees of freedom: 20.5 is exceeded by chance once in a thousand seeds.
        counts.Sum(count => Math.Pow(count - (Draws / 6), 2) / (Draws / 6.0)).ShouldBeLessThan(20.5);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_bound_below_one_is_refused(int bound)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new SeededRandom(1).Below(bound));
    }
}

using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Reliability;

/// <summary>When components fail in a long row of independent draws, each by a geometric waiting time.</summary>
internal sealed class FailureTimes
{
    // Further away than any run of draws.
    private const double Never = 1e15;

    private readonly double[] availability;
    private readonly long[] next;
    private readonly SeededRandom random;

    /// <summary>Starts a row that is the same whenever the availabilities are.</summary>
    public FailureTimes(double[] availability)
    {
        this.availability = availability;
        random = new SeededRandom(Seed(availability));
        next = [.. availability.Select(Wait)];
    }

    /// <summary>Fills in the next draws of every component: a set bit where it does not fail.</summary>
    public void Draw(ulong[][] works)
    {
        for (int i = 0; i < works.Length; i++)
        {
            ulong[] words = works[i];
            long draws = words.Length * 64L;
            Array.Fill(words, ulong.MaxValue);
            for (; next[i] < draws; next[i] += 1 + Wait(availability[i])) words[next[i] / 64] &= ~(1UL << (int)(next[i] % 64));
            next[i] -= draws;
        }
    }

    // How many draws go well before the next failure.
    private long Wait(double p)
    {
        if (p >= 1) return (long)Never;
        if (p <= 0) return 0;
        double unit = ((random.NextBits() >> 11) + 1) * (1.0 / (1UL << 53));
        return (long)Math.Min(Never, Math.Floor(Math.Log(unit) / Math.Log(p)));
    }

    private static ulong Seed(double[] availability)
    {
        ulong seed = 0xCBF29CE484222325;
        unchecked
        {
            foreach (double p in availability) seed = (seed ^ BitConverter.DoubleToUInt64Bits(p)) * 0x100000001B3;
        }

        return seed;
    }
}

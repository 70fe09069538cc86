namespace SloFunctions.Domain.Tests.Drift;

/// <summary>MT19937 (Matsumoto and Nishimura 1998), seeded and drawn from as CPython's <c>random</c> does.</summary>
internal sealed class MersenneTwister
{
    private const int Size = 624, Shift = 397;
    private readonly uint[] state = new uint[Size];
    private int next = Size;

    public MersenneTwister(uint seed)
    {
        unchecked
        {
            Fill(19650218);
            int i = 1;
            for (int k = 0; k < Size; k++)
            {
                state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >> 30)) * 1664525)) + seed;
                Advance(ref i);
            }

            for (int k = 0; k < Size - 1; k++)
            {
                state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >> 30)) * 1566083941)) - (uint)i;
                Advance(ref i);
            }

            state[0] = 0x80000000;
        }
    }

    /// <summary>Some of the items without replacement, as <c>random.sample</c> picks them from a small list.</summary>
    public double[] Sample(ReadOnlySpan<double> items, int count)
    {
        double[] pool = items.ToArray(), picked = new double[count];
        for (int i = 0; i < count; i++)
        {
            int j = Below(pool.Length - i);
            picked[i] = pool[j];
            pool[j] = pool[pool.Length - i - 1];
        }

        return picked;
    }

    private int Below(int bound)
    {
        int bits = 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)bound);
        int drawn;
        do drawn = (int)(Next() >> (32 - bits));
        while (drawn >= bound);
        return drawn;
    }

    private uint Next()
    {
        if (next == Size) Twist();
        uint y = state[next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >> 18);
    }

    private void Twist()
    {
        for (int i = 0; i < Size; i++)
        {
            uint y = (state[i] & 0x80000000) | (state[(i + 1) % Size] & 0x7FFFFFFF);
            state[i] = state[(i + Shift) % Size] ^ (y >> 1) ^ ((y & 1) * 0x9908B0DF);
        }

        next = 0;
    }

    private void Fill(uint seed)
    {
        state[0] = seed;
        for (uint i = 1; i < Size; i++) state[i] = unchecked((1812433253 * (state[i - 1] ^ (state[i - 1] >> 30))) + i);
    }

    private void Advance(ref int i)
    {
        if (++i < Size) return;
        state[0] = state[Size - 1];
        i = 1;
    }
}

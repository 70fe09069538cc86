using System.Text;

namespace SloFunctions.TelemetryGenerator.Traffic;

/// <summary>
/// Steele, Lea and Flood's SplitMix64: a 64-bit counter advanced by the golden ratio and mixed by two multiplications.
/// Each service draws from a stream of its own, so that services may be generated in any order, or at once.
/// </summary>
public struct SplitMix64(ulong state)
{
    private ulong state = state;

    /// <summary>The stream that belongs to <paramref name="purpose"/> under <paramref name="seed"/>; FNV-1a of the name picks it.</summary>
    public static SplitMix64 For(ulong seed, string purpose)
    {
        var hash = 14695981039346656037UL;
        foreach (var value in Encoding.UTF8.GetBytes(purpose))
        {
            hash = (hash ^ value) * 1099511628211UL;
        }

        return new(new SplitMix64(seed).Next() ^ hash);
    }

    /// <summary>64 uniform bits.</summary>
    public ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>Uniform in the open interval (0, 1), so that its logarithm is finite.</summary>
    public double NextDouble() => ((Next() >> 11) + 0.5) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [0, <paramref name="bound"/>).</summary>
    public int Below(int bound) => (int)(NextDouble() * bound);
}

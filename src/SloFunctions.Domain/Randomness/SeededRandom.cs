using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SloFunctions.Domain.Randomness;

/// <summary>
/// A small generator with a fixed sequence per seed, version 1: SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable
/// pseudorandom number generators"). The same input gives the same answer on every machine and runtime.
/// </summary>
public sealed class SeededRandom(ulong seed)
{
    private ulong state = seed;

    /// <summary>A generator seeded from what is being computed, for example a service and the end of its window.</summary>
    /// <param name="input">A text that names the input completely.</param>
    public static SeededRandom For(string input) =>
        new(BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(input))));

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        unchecked
        {
            ulong z = state += 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A whole number in [0, <paramref name="bound"/>), by multiplication (Lemire 2019); its bias is below 2⁻³² for bounds under 2³².</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not positive.</exception>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return (int)Math.BigMul(NextBits(), (ulong)bound, out _);
    }
}

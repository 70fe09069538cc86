using FsCheck;
using FsCheck.Fluent;
using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Tests;

/// <summary>Runs properties over generated inputs; a failure prints the seed of its input and FsCheck's replay.</summary>
internal static class Property
{
    public static void Holds(int cases, Action<SeededRandom> property) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => property(new SeededRandom((ulong)seed)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(cases));

    public static void Holds<T>(Arbitrary<T> cases, Func<T, bool> property) => Prop.ForAll(cases, property).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}

using SloFunctions.Domain.Statistics;

namespace SloFunctions.Domain.Explanations;

/// <summary>A score explained by its features.</summary>
/// <param name="BaseValue">The score of the background row.</param>
/// <param name="Value">The score of the instance; the base value and the features' φ add up to it.</param>
/// <param name="Features">One entry a feature, the largest contribution first, equal ones by name.</param>
public sealed record AttributedScore(double BaseValue, double Value, IReadOnlyList<FeatureAttribution> Features)
{
    /// <summary>Attributes the score of <paramref name="instance"/> to its differences from <paramref name="background"/>.</summary>
    /// <param name="names">The features, at most <see cref="ShapleyValues.MostFeatures"/>.</param>
    /// <param name="instance">Their values.</param>
    /// <param name="background">What they are compared with: one row, typical of services of this kind.</param>
    /// <param name="score">The scoring function, finite on every mixture of the two rows; it receives an array of its own.</param>
    /// <exception cref="ArgumentException">The rows differ in length, a value is not finite, or a score is not.</exception>
    public static AttributedScore Of(
        IReadOnlyList<string> names, IReadOnlyList<double> instance, IReadOnlyList<double> background, Func<double[], double> score)
    {
        if (instance.Count != names.Count || background.Count != names.Count)
            throw new ArgumentException("Each feature has one value and one background value.", nameof(instance));
        if (!instance.Concat(background).All(double.IsFinite)) throw new ArgumentException("Features are finite.", nameof(instance));

        var decomposition = ShapleyValues.Of(names.Count, coalition => score(Mix(coalition, instance, background)), Inert(instance, background));
        double all = SumOfMagnitudes(decomposition.Phi);
        var features = names
            .Select((name, i) => new FeatureAttribution(
                i, name, instance[i], background[i], decomposition.Phi[i], all > 0 ? Math.Abs(decomposition.Phi[i]) / all : 0))
            .OrderByDescending(feature => feature.Contribution)
            .ThenBy(feature => feature.Name, StringComparer.Ordinal);
        return new AttributedScore(decomposition.BaseValue, decomposition.Value, [.. features]);
    }

    private static double[] Mix(uint coalition, IReadOnlyList<double> instance, IReadOnlyList<double> background)
    {
        var row = new double[instance.Count];
        for (int i = 0; i < row.Length; i++) row[i] = (coalition & (1u << i)) != 0 ? instance[i] : background[i];
        return row;
    }

    private static uint Inert(IReadOnlyList<double> instance, IReadOnlyList<double> background)
    {
        uint inert = 0;
        for (int i = 0; i < Math.Min(instance.Count, ShapleyValues.MostFeatures); i++)
        {
            if (instance[i].Equals(background[i])) inert |= 1u << i;
        }

        return inert;
    }

    private static double SumOfMagnitudes(IReadOnlyList<double> values)
    {
        var sum = default(CompensatedSum);
        foreach (double value in values) sum.Add(Math.Abs(value));
        return sum.Value;
    }
}

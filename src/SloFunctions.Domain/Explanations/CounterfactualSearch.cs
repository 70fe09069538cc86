namespace SloFunctions.Domain.Explanations;

/// <summary>Asks a scoring function what would be if one of its inputs were different; each answer is a run of that function.</summary>
public sealed class CounterfactualSearch
{
    // A way of fifteen decades is then known to eleven digits, more than any answer shows.
    private const int MostHalvings = 40;
    private const int FewestDigits = 3;
    private const int MostDigits = 9;

    private readonly double[] instance;
    private readonly Func<double[], double> target;

    /// <summary>Runs the function on the instance once.</summary>
    /// <param name="instance">The features as they are; finite.</param>
    /// <param name="target">
    /// The snapped target for given features, as it would be recommended; NaN or infinite when none can be, which counts as
    /// lower than every target. It receives an array of its own.
    /// </param>
    /// <exception cref="ArgumentException">A feature is not finite.</exception>
    public CounterfactualSearch(IReadOnlyList<double> instance, Func<double[], double> target)
    {
        if (!instance.All(double.IsFinite)) throw new ArgumentException("Features are finite.", nameof(instance));
        this.instance = [.. instance];
        this.target = target;
        Target = Run([.. this.instance]);
    }

    /// <summary>The target as things are; null when none can be recommended.</summary>
    public double? Target { get; }

    /// <summary>Runs the function with one feature changed.</summary>
    /// <param name="feature">The position of the feature.</param>
    /// <param name="to">Its other value; finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such feature, or the value is not finite.</exception>
    public Counterfactual With(int feature, double to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(feature);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(feature, instance.Length);
        if (!double.IsFinite(to)) throw new ArgumentOutOfRangeException(nameof(to), to, "Features are finite.");

        double[] changed = [.. instance];
        changed[feature] = to;
        return new Counterfactual(feature, instance[feature], to, Target, Run(changed));
    }

    /// <summary>The smallest change of one feature, on its way to <paramref name="limit"/>, that raises the target.</summary>
    /// <param name="feature">The position of a feature in which the target is monotone on that way.</param>
    /// <param name="limit">The furthest value to look at: the end of the feature's range in the helpful direction.</param>
    /// <param name="scale">In which measure the way is halved. Zero counts as 10⁻¹⁵ on a logarithmic scale.</param>
    /// <returns>
    /// The change, to the value with the fewest significant digits, three or more, that lies between the boundary and the limit;
    /// null when not even the limit raises the target. Where the target is not monotone the change raises it all
    /// the same, but may not be the smallest.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such feature, or the limit is not finite.</exception>
    public Counterfactual? SmallestRise(int feature, double limit, FeatureScale scale) =>
        Smallest(feature, limit, scale, reached => Compare(reached, Target) > 0);

    /// <summary>The smallest change of one feature, on its way to <paramref name="limit"/>, that lowers the target.</summary>
    /// <inheritdoc cref="SmallestRise"/>
    public Counterfactual? SmallestFall(int feature, double limit, FeatureScale scale) =>
        Smallest(feature, limit, scale, reached => Compare(reached, Target) < 0);

    private Counterfactual? Smallest(int feature, double limit, FeatureScale scale, Func<double?, bool> isReached)
    {
        var reaching = With(feature, limit);
        if (!isReached(reaching.Target)) return null;

        double near = instance[feature];
        for (int i = 0; i < MostHalvings; i++)
        {
            double middle = FeatureMeasure.Midpoint(scale, near, reaching.To);
            if (!IsStrictlyBetween(middle, near, reaching.To)) break;
            var tried = With(feature, middle);
            if (isReached(tried.Target)) reaching = tried;
            else near = middle;
        }

        return Shortened(reaching, limit, scale, isReached);
    }

    // People are told "99.97 %", not fifteen digits; but only a value that was run.
    private Counterfactual Shortened(Counterfactual exact, double limit, FeatureScale scale, Func<double?, bool> isReached)
    {
        for (int digits = FewestDigits; digits <= MostDigits; digits++)
        {
            double rounded = FeatureMeasure.RoundAwayFrom(scale, exact.To, exact.From, digits);
            if (!rounded.Equals(limit) && !IsStrictlyBetween(rounded, exact.From, limit)) continue;
            var tried = With(exact.Feature, rounded);
            if (isReached(tried.Target) && tried.Target == exact.Target) return tried;
        }

        return exact;
    }

    private double? Run(double[] features)
    {
        double result = target(features);
        return double.IsFinite(result) ? result : null;
    }

    private static bool IsStrictlyBetween(double value, double a, double b) => value > Math.Min(a, b) && value < Math.Max(a, b);

    private static int Compare(double? a, double? b) => (a ?? double.NegativeInfinity).CompareTo(b ?? double.NegativeInfinity);
}

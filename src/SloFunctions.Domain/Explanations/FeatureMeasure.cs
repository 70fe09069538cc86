namespace SloFunctions.Domain.Explanations;

/// <summary>Positions of feature values on a <see cref="FeatureScale"/>.</summary>
internal static class FeatureMeasure
{
    // Zero has no logarithm; no count of requests tells less than this apart from it.
    private const double Least = 1e-15;

    // A search ends a hair beyond a boundary; where that is a round number, the number itself is meant.
    private const decimal Tolerance = 1e-6m;

    /// <summary>The value between two others that is halfway on the scale.</summary>
    public static double Midpoint(FeatureScale scale, double a, double b)
    {
        double middle = scale == FeatureScale.Linear
            ? (Quantity(scale, a) / 2) + (Quantity(scale, b) / 2)
            : Math.Sqrt(Math.Max(Quantity(scale, a), Least)) * Math.Sqrt(Math.Max(Quantity(scale, b), Least));
        return Value(scale, middle);
    }

    /// <summary>The nearest value with so many significant digits that is not, but for a hair, nearer to <paramref name="from"/>.</summary>
    /// <remarks>Digits are those of the unavailability where the feature is an availability.</remarks>
    public static double RoundAwayFrom(FeatureScale scale, double value, double from, int digits)
    {
        double quantity = Quantity(scale, value);
        if (quantity == 0) return value;
        int decimals = digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(quantity)));
        if (decimals is < 0 or > 28) return value;

        // Decimal arithmetic, so that the result reads as it was rounded: 0.0003 and not 0.00030000000000000003.
        decimal scaled = (decimal)quantity * Power(decimals);
        decimal rounded = quantity > Quantity(scale, from) ? Math.Ceiling(scaled - Tolerance) : Math.Floor(scaled + Tolerance);
        decimal result = rounded / Power(decimals);
        return (double)(scale == FeatureScale.LogUnavailability ? 1 - result : result);
    }

    private static decimal Power(int exponent)
    {
        decimal power = 1;
        for (int i = 0; i < exponent; i++) power *= 10;
        return power;
    }

    private static double Quantity(FeatureScale scale, double value) => scale == FeatureScale.LogUnavailability ? 1 - value : value;

    private static double Value(FeatureScale scale, double quantity) => scale == FeatureScale.LogUnavailability ? 1 - quantity : quantity;
}

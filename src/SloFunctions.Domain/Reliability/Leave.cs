namespace SloFunctions.Domain.Reliability;

/// <summary>Products with one factor left out.</summary>
internal static class Leave
{
    /// <summary>For each factor the product of all the others, without dividing, so that zeros do no harm.</summary>
    public static double[] OneOut(IReadOnlyList<double> factors)
    {
        double[] others = new double[factors.Count];
        double before = 1;
        for (int i = 0; i < factors.Count; i++)
        {
            others[i] = before;
            before *= factors[i];
        }

        double after = 1;
        for (int i = factors.Count - 1; i >= 0; i--)
        {
            others[i] *= after;
            after *= factors[i];
        }

        return others;
    }
}

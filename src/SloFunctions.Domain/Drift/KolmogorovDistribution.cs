namespace SloFunctions.Domain.Drift;

/// <summary>
/// The distribution of the two-sided Kolmogorov statistic of one sample, to which that of two large samples tends with the sample
/// size n·m ÷ (n + m).
/// </summary>
public static class KolmogorovDistribution
{
    // The matrix of larger samples takes too long.
    private const int LargestExact = 200;

    // 2·exp(-2·x²) is below the smallest distance of a double from 1 there.
    private const double Far = 18;

    /// <summary>The chance of a statistic as large or larger.</summary>
    /// <param name="statistic">In [0, 1].</param>
    /// <param name="size">Values in the sample, 1 or more: up to 200 the exact chance (Marsaglia, Tsang and Wang 2003), beyond it the limit with the correction of Stephens 1970, good to about a thousandth.</param>
    public static double Survival(double statistic, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        if (!(statistic > 0)) return 1;
        if (statistic >= 1) return 0;
        if (size * statistic * statistic > Far) return Limit(Math.Sqrt(size) * statistic);
        if (size <= LargestExact) return Math.Clamp(1 - Exact(statistic, size), 0, 1);
        double root = Math.Sqrt(size);
        return Limit((root + 0.12 + (0.11 / root)) * statistic);
    }

    private static double Limit(double x)
    {
        double sum = 0, sign = 1;
        for (int k = 1; k <= 100; k++, sign = -sign)
        {
            double term = Math.Exp(-2 * x * x * k * k);
            sum += sign * term;
            if (term < 1e-17) break;
        }

        return Math.Clamp(2 * sum, 0, 1);
    }

    // n!/nⁿ times the middle element of the n-th power of the matrix H.
    private static double Exact(double statistic, int size)
    {
        int k = (int)Math.Floor(size * statistic) + 1;
        double h = k - (size * statistic);
        var power = Power(Steps((2 * k) - 1, h), size);
        double chance = power[k - 1, k - 1];
        for (int i = 1; i <= size; i++) chance *= i / (double)size;
        return chance;
    }

    private static double[,] Steps(int order, double h)
    {
        var matrix = new double[order, order];
        for (int i = 0; i < order; i++)
        {
            for (int j = 0; j < order; j++) matrix[i, j] = i - j + 1 < 0 ? 0 : 1;
        }

        for (int i = 0; i < order; i++)
        {
            matrix[i, 0] -= Math.Pow(h, i + 1);
            matrix[order - 1, i] -= Math.Pow(h, order - i);
        }

        matrix[order - 1, 0] += (2 * h) - 1 > 0 ? Math.Pow((2 * h) - 1, order) : 0;
        for (int i = 0; i < order; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                for (int g = 2; g <= i - j + 1; g++) matrix[i, j] /= g;
            }
        }

        return matrix;
    }

    private static double[,] Power(double[,] matrix, int exponent)
    {
        if (exponent == 1) return matrix;
        var half = Power(matrix, exponent / 2);
        var square = Product(half, half);
        return exponent % 2 == 0 ? square : Product(square, matrix);
    }

    private static double[,] Product(double[,] a, double[,] b)
    {
        int order = a.GetLength(0);
        var product = new double[order, order];
        for (int i = 0; i < order; i++)
        {
            for (int k = 0; k < order; k++)
            {
                double factor = a[i, k];
                if (factor == 0) continue;
                for (int j = 0; j < order; j++) product[i, j] += factor * b[k, j];
            }
        }

        return product;
    }
}

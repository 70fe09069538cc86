namespace SloFunctions.Domain.Statistics;

/// <summary>
/// A sum that carries what rounding loses (Neumaier 1974, an improvement of Kahan's method): its error does not grow with the
/// number of terms, also where large terms cancel.
/// </summary>
internal struct CompensatedSum
{
    private double sum;
    private double lost;

    /// <summary>The sum so far.</summary>
    public readonly double Value => sum + lost;

    /// <summary>Adds a finite term.</summary>
    public void Add(double term)
    {
        double next = sum + term;
        lost += Math.Abs(sum) >= Math.Abs(term) ? sum - next + term : term - next + sum;
        sum = next;
    }
}

namespace SloFunctions.Domain.Impact;

/// <summary>
/// Chooses how far to improve alternatives, each in steps. All choices are searched with bounds where they are few; otherwise one
/// alternative after the other is moved while that saves anything.
/// </summary>
/// <param name="units">How many alternatives there are, the most important first.</param>
/// <param name="steps">The highest step of each; 0 leaves it as it is.</param>
/// <param name="mostTrials">How many choices are priced at most, in each of the two kinds of search.</param>
/// <param name="price">
/// The least total cost with these steps; infinite where they do not reach the target. Its second argument says how many of the
/// alternatives are paid for: the others cost nothing, for bounds.
/// </param>
/// <param name="cancellation">Gives up.</param>
internal sealed class AlternativesSearch(int units, int steps, int mostTrials, Func<int[], int, double> price, CancellationToken cancellation)
{
    /// <summary>The most alternatives of which all choices are searched.</summary>
    public const int SearchedInFull = 6;

    private int trials;
    private int[] best = [.. Enumerable.Repeat(steps, units)];
    private double least = double.PositiveInfinity;

    /// <summary>Whether no choice is cheaper than <see cref="Best"/>.</summary>
    public bool IsProven { get; private set; }

    /// <summary>The step of each alternative.</summary>
    public IReadOnlyList<int> Best => best;

    /// <summary>Searches.</summary>
    /// <returns>Whether the target is reached at all.</returns>
    public bool Run()
    {
        Try([.. Enumerable.Repeat(steps, units)]);
        if (double.IsPositiveInfinity(least)) return false;
        Try(new int[units]);
        Descend();
        if (units > SearchedInFull) return true;

        trials = 0;
        IsProven = Search([.. Enumerable.Repeat(steps, units)], 0);
        return true;
    }

    private bool Try(int[] choice)
    {
        double cost = Price(choice, units);
        if (cost >= least) return false;
        (least, best) = (cost, [.. choice]);
        return true;
    }

    // What is not decided yet is as good as it gets and free: no decision can be cheaper than that.
    private bool Search(int[] choice, int decided)
    {
        if (trials > mostTrials) return false;
        bool isComplete = true;
        for (int step = 0; step <= steps && isComplete; step++)
        {
            choice[decided] = step;
            if (decided == units - 1) Try(choice);
            else if (Price(choice, decided + 1) < least) isComplete = Search(choice, decided + 1);
        }

        choice[decided] = steps;
        return isComplete;
    }

    // From the least important on, each to its cheapest step with the others as they are.
    private void Descend()
    {
        bool isBetter = true;
        while (isBetter && trials <= mostTrials)
        {
            isBetter = false;
            for (int unit = units - 1; unit >= 0 && trials <= mostTrials; unit--)
            {
                int[] choice = [.. best];
                for (int step = 0; step <= steps; step++)
                {
                    choice[unit] = step;
                    isBetter |= Try(choice);
                }
            }
        }
    }

    private double Price(int[] choice, int paid)
    {
        cancellation.ThrowIfCancellationRequested();
        trials++;
        return price(choice, paid);
    }
}

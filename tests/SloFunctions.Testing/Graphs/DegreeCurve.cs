namespace SloFunctions.Testing.Graphs;

/// <summary>A distribution of degrees by its quantiles, straight between them on a logarithmic scale.</summary>
internal sealed class DegreeCurve(params (double Share, double Degree)[] knots)
{
    // Quantiles measured on the service graph of a company with some 18,600 services. The most popular one has 14,084 callers
    // there; it is asked for more often here, because a caller that picks it twice counts once.

    /// <summary>How many services a service calls.</summary>
    public static readonly DegreeCurve FanOut = new((0, 0.5), (0.5, 4), (0.9, 23), (0.99, 257), (1, 2_000));

    /// <summary>How many services call it.</summary>
    public static readonly DegreeCurve FanIn = new((0, 0.2), (0.5, 1), (0.9, 19), (0.99, 206), (1, 30_000));

    /// <summary>The degree below which a share of all services lies.</summary>
    public double At(double share)
    {
        int i = 1;
        while (i < knots.Length - 1 && share > knots[i].Share) i++;
        var (from, to) = (knots[i - 1], knots[i]);
        double along = (share - from.Share) / (to.Share - from.Share);
        return Math.Exp(Math.Log(from.Degree) + (along * (Math.Log(to.Degree) - Math.Log(from.Degree))));
    }
}

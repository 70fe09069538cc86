namespace SloFunctions.Domain.Prediction;

/// <summary>
/// The predicted availability of a service over the next SLO window. Unavailability is the impact of a random number of
/// incidents plus the background; both parts are computed, not sampled, so that the same input gives the same answer.
/// </summary>
public sealed class AvailabilityPrediction
{
    // 2⁻²⁷, less than one request in a hundred million: nobody's traffic tells it from none.
    private const int Octaves = 27;

    // How far from a guess is looked before all octaves are halved.
    private const int Neighbours = 3;

    private readonly UnavailabilityLattice lattice;

    /// <summary>Prepares a prediction.</summary>
    public AvailabilityPrediction(PredictionFeatures features) => lattice = new UnavailabilityLattice(features);

    /// <summary>The probability that the availability of the window falls below a target.</summary>
    /// <param name="target">A ratio in [0, 1].</param>
    public double BreachProbability(double target)
    {
        if (target is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(target), target, "A target is a ratio in [0, 1].");
        if (target <= 0) return 0;
        lattice.Span(Math.Max(1 - target, Limit(Octaves)));
        return 1 - lattice.Within(UnavailabilityLattice.Steps);
    }

    /// <summary>The level that the availability falls below with a given probability.</summary>
    /// <param name="risk">In (0, 1).</param>
    /// <returns>A ratio in [0, 1).</returns>
    public double Level(double risk) => LevelNear(null, risk);

    /// <summary>The same, sought near a guess first.</summary>
    /// <param name="risk">In (0, 1).</param>
    /// <param name="guess">A level that it may be near to, which is only faster; the result does not depend on it.</param>
    /// <returns>A ratio in [0, 1).</returns>
    public double LevelNear(double? guess, double risk)
    {
        if (risk is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(risk), risk, "A risk is in (0, 1).");
        int enough = Octave(1 - risk, guess);
        lattice.Span(Limit(enough));
        return 1 - Math.Max(Limit(enough) * lattice.QuantileStep(1 - risk) / UnavailabilityLattice.Steps, Limit(Octaves));
    }

    // The last octave within which the unavailability lies with this probability.
    private int Octave(double probability, double? guess)
    {
        int enough = 0, tooLittle = Octaves + 1, neighbours = guess is null ? 0 : Neighbours;
        int tried = guess is { } level ? Math.Clamp((int)-Math.Log2(Math.Max(1 - level, Limit(Octaves))), 1, Octaves) : tooLittle / 2;
        while (tooLittle - enough > 1)
        {
            lattice.Span(Limit(tried));
            bool isEnough = lattice.Within(UnavailabilityLattice.Steps) >= probability;
            if (isEnough) enough = tried;
            else tooLittle = tried;
            int next = neighbours-- > 0 ? tried + (isEnough ? 1 : -1) : (enough + tooLittle) / 2;
            tried = Math.Clamp(next, enough + 1, Math.Max(enough + 1, tooLittle - 1));
        }

        return enough;
    }

    private static double Limit(int octave) => Math.ScaleB(1, -octave);
}

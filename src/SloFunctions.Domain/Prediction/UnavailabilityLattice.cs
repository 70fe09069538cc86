namespace SloFunctions.Domain.Prediction;

/// <summary>The distribution of the predicted unavailability on equidistant points between 0 and a limit.</summary>
internal sealed class UnavailabilityLattice(PredictionFeatures features)
{
    /// <summary>Steps from 0 to the limit.</summary>
    public const int Steps = CompoundLattice.Steps;

    private readonly CompoundLattice incidents = new();
    private readonly double[] background = new double[Steps];
    private readonly BackgroundPrediction prediction = new(
        features.Requests, features.BackgroundRatio, features.BackgroundSpread, features.BackgroundDispersion);

    private double limit = double.NaN;

    /// <summary>Moves the limit.</summary>
    /// <param name="to">In (0, 1].</param>
    public void Span(double to)
    {
        if (to.Equals(limit)) return;
        limit = to;
        incidents.Compute(features.Counts, features.Severities, limit);

        // A point stands for what lies on both sides of it, and the background is averaged over that.
        double step = limit / Steps, lower = prediction.Cumulative(-0.5 * step);
        for (int i = 0; i < Steps; i++)
        {
            double upper = prediction.Cumulative((i + 0.5) * step);
            background[i] = 0.5 * (lower + upper);
            if (lower >= 1)
            {
                // From here on the background is certainly within, and asking costs more than all the rest.
                Array.Fill(background, 1, i, Steps - i);
                break;
            }

            lower = upper;
        }
    }

    /// <summary>P(unavailability ≤ <paramref name="step"/> ÷ <see cref="Steps"/> × limit).</summary>
    /// <param name="step">0 to <see cref="Steps"/>.</param>
    public double Within(int step)
    {
        var sums = incidents.Reversed;
        double withIncidents = CompoundLattice.Dot(sums.Slice(Steps - step, step), background.AsSpan(0, step));
        return Math.Clamp(withIncidents + (sums[Steps] * prediction.Cumulative(limit * step / Steps)), 0, 1);
    }

    /// <summary>Where the distribution reaches a probability, in steps and parts of one.</summary>
    /// <param name="probability">At most what is within the limit.</param>
    public double QuantileStep(double probability)
    {
        if (Within(0) >= probability) return 0;
        int below = 0, reached = Steps;
        while (reached - below > 1)
        {
            int middle = (below + reached) / 2;
            if (Within(middle) >= probability) reached = middle;
            else below = middle;
        }

        double lower = Within(below), upper = Within(reached);
        return upper > lower ? below + Math.Min(1, (probability - lower) / (upper - lower)) : reached;
    }
}

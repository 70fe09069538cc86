using SloFunctions.Domain.Prediction;
using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Tests.Prediction;

/// <summary>The model of a prediction played through by chance: slow, plain, and without any lattice.</summary>
internal static class Drawn
{
    /// <summary>Availabilities of made-up windows, ascending.</summary>
    public static double[] Availabilities(PredictionFeatures features, int windows, SeededRandom random)
    {
        double[] cumulative = new double[SeverityGrid.Count];
        double sum = 0;
        for (int i = 0; i < cumulative.Length; i++) cumulative[i] = sum += features.Severities.Shares[i];
        double[] drawn = new double[windows];
        for (int w = 0; w < windows; w++) drawn[w] = 1 - Math.Min(1, Incidents() + Background());
        Array.Sort(drawn);
        return drawn;

        double Incidents()
        {
            double shape = features.Counts.Shape;
            long count = random.Poisson(random.Gamma(shape) / shape * features.Counts.Mean);
            double impact = 0;
            for (long n = 0; n < count; n++)
            {
                int at = Array.BinarySearch(cumulative, random.Uniform() * sum);
                impact += SeverityGrid.Impacts[Math.Min(at < 0 ? ~at : at, SeverityGrid.Count - 1)];
            }

            return impact;
        }

        double Background()
        {
            double shape = 1 / features.BackgroundSpread, units = features.Requests / features.BackgroundDispersion;
            return random.Poisson(random.Gamma(shape) / shape * features.BackgroundRatio * units) / units;
        }
    }
}

using SloFunctions.Domain.Prediction;
using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Tests.Prediction;

/// <summary>Records and features to predict from.</summary>
internal static class Fleets
{
    /// <summary>A service seen for 30 days, with the given impacts spread evenly over them.</summary>
    public static IncidentRecord Record(params double[] impacts) => Record(30, impacts, impacts.Length / 2);

    public static IncidentRecord Record(double days, double[] impacts, int inFirstHalf) => new(
        days, 2.8e6, [.. impacts.Select((impact, i) => new Incident(i * 10, 1, impact))], inFirstHalf, new BackgroundErrors(30, 3e6, 1, null, 0));

    public static FleetPrior Prior(params IncidentRecord[] records)
    {
        var fit = new FleetPriorFit(FleetArchetype.Usual);
        foreach (var record in records) fit.Add(record);
        return fit.ToPrior();
    }

    /// <summary>All of a kind, from next to nothing to too much.</summary>
    public static PredictionFeatures Features(this SeededRandom random) => new(
        new IncidentCounts(Math.Pow(10, -3 + (4 * random.Unit())), Math.Pow(10, -1 + (3 * random.Unit()))),
        Severities.Of([.. Enumerable.Range(0, random.Between(1, 5)).Select(_ => Math.Pow(10, -6 * random.Unit()))], 0.3 + (2 * random.Unit())),
        Math.Pow(10, 9 * random.Unit()),
        Math.Pow(10, -8 + (7 * random.Unit())),
        Math.Pow(10, -3 + (3 * random.Unit())),
        1 + (random.Chance(0.5) ? 20 * random.Unit() : 0));

    /// <summary>One impact alone.</summary>
    public static Severities Only(int octavesBelowAll) => Of((octavesBelowAll, 1));

    /// <summary>A few impacts, each as octaves below all requests, with their weights.</summary>
    public static Severities Of(params (int OctavesBelowAll, double Weight)[] impacts)
    {
        double[] weights = new double[SeverityGrid.Count];
        foreach (var (octaves, weight) in impacts) weights[SeverityGrid.Count - 1 - (octaves * SeverityGrid.PerOctave)] = weight;
        return Severities.FromWeights(weights);
    }
}

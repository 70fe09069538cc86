namespace SloFunctions.Domain.Prediction;

/// <summary>
/// Fits a <see cref="FleetPrior"/> by moments to the records of a fleet, one after the other. A few made-up services and
/// incidents of the archetype stand beside them, so that a small fleet leans on what is usual elsewhere.
/// </summary>
public sealed class FleetPriorFit(FleetArchetype archetype)
{
    /// <summary>The days of history that a prior is fitted to, where they exist: what many services have shown ages more slowly than one.</summary>
    public const int HistoryDays = 90;

    private readonly List<(double Days, int Incidents)> exposures = [];
    private readonly List<double> impacts = [];
    private double squaredDifferences;
    private double splitIncidents;
    private double withinSquares;
    private int withinDegrees;
    private double logBackground;
    private double driftSquares;
    private int drifts;

    /// <summary>Takes a service into account.</summary>
    public void Add(IncidentRecord record)
    {
        exposures.Add((record.ExposureDays, record.Incidents.Count));
        impacts.AddRange(record.Incidents.Select(i => i.Impact));
        logBackground += Math.Log(record.Background.Ratio);
        double difference = record.Incidents.Count - (2.0 * record.IncidentsInFirstHalf);
        squaredDifferences += difference * difference;
        splitIncidents += record.Incidents.Count;
        if (record.Incidents.Count > 1)
        {
            double[] octaves = [.. record.Incidents.Select(i => Math.Log2(i.Impact))];
            double mean = octaves.Average();
            withinSquares += octaves.Sum(o => (o - mean) * (o - mean));
            withinDegrees += octaves.Length - 1;
        }

        if (record.Background.Drift is not { } drift) return;
        // A drift that is an incident in disguise must not speak for all.
        driftSquares += Math.Min(1, Math.Max(0, (drift * drift) - record.Background.DriftVariance));
        drifts++;
    }

    /// <summary>The prior of all that were added.</summary>
    public FleetPrior ToPrior()
    {
        double dispersion = Math.Clamp(
            (squaredDifferences + (archetype.Incidents * archetype.Dispersion)) / (splitIncidents + archetype.Incidents), 1, archetype.MostDispersion);
        var (shape, days) = Rates(dispersion);
        double within = Math.Sqrt(
            (withinSquares + (archetype.Incidents * archetype.OwnSpread * archetype.OwnSpread)) / (withinDegrees + archetype.Incidents));
        double drift = (driftSquares + (archetype.Services * archetype.DriftVariance)) / (drifts + archetype.Services);
        return new FleetPrior(
            shape, days, dispersion, SeveritiesOfAll(), within, drift, TypicalImpact(), TypicalBackground(), exposures.Count, impacts.Count);
    }

    private double TypicalImpact() => Math.Exp(
        (impacts.Sum(Math.Log) + (archetype.Incidents * Math.Log(archetype.TypicalImpact))) / (impacts.Count + archetype.Incidents));

    private double TypicalBackground() => Math.Exp(
        (logBackground + (archetype.Services * Math.Log(archetype.BackgroundRatio))) / (exposures.Count + archetype.Services));

    // Bühlmann and Straub (1970): the variance of counts beyond what chance explains is that of the rates.
    private (double Shape, double Days) Rates(double dispersion)
    {
        double days = exposures.Sum(e => e.Days) + (archetype.Services * archetype.ExposureDays);
        double count = exposures.Sum(e => e.Incidents) + (archetype.Services * archetype.ExposureDays * archetype.RatePerDay);
        double rate = count / days;
        double squares = 0, effective = 0;
        foreach (var (exposure, incidents) in exposures)
        {
            double difference = (incidents / exposure) - rate;
            squares += exposure * ((difference * difference) - (dispersion * rate / exposure));
            effective += exposure;
        }

        double usual = rate * rate / archetype.RateShape;
        double weight = archetype.Services * archetype.ExposureDays;
        double variance = (squares + (weight * usual)) / (effective + weight);
        double shape = Math.Clamp(variance > 0 ? rate * rate / variance : archetype.MostRateShape, archetype.LeastRateShape, archetype.MostRateShape);
        return (shape, shape / rate);
    }

    private Severities SeveritiesOfAll()
    {
        if (impacts.Count == 0) return archetype.Severities;
        double[] octaves = [.. impacts.Select(i => Math.Log2(i))];
        double mean = octaves.Average();
        double deviation = Math.Sqrt(octaves.Sum(o => (o - mean) * (o - mean)) / octaves.Length);
        // Silverman (1986): the width that smooths a normal sample best.
        double bandwidth = Math.Max(archetype.LeastBandwidth, 0.9 * deviation * Math.Pow(impacts.Count, -0.2));
        var seen = Severities.Of(impacts, bandwidth).Mix(1 - archetype.TailShare, Severities.Of(impacts, archetype.TailBandwidth));
        return seen.Mix((double)impacts.Count / (impacts.Count + archetype.Incidents), archetype.Severities);
    }
}

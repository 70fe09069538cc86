namespace SloFunctions.Domain.Prediction;

/// <summary>All that a prediction is computed from.</summary>
/// <param name="Counts">How many incidents there will be.</param>
/// <param name="Severities">How bad they will be.</param>
/// <param name="Requests">The requests expected in the SLO window, above 0.</param>
/// <param name="BackgroundRatio">The expected error ratio outside of incidents, above 0.</param>
/// <param name="BackgroundSpread">The squared coefficient of variation of that ratio, above 0.</param>
/// <param name="BackgroundDispersion">How many background failures come at once, at least 1.</param>
public sealed record PredictionFeatures(
    IncidentCounts Counts, Severities Severities, double Requests, double BackgroundRatio, double BackgroundSpread, double BackgroundDispersion)
{
    private const double WindowDays = 28;

    // The weight of the fleet's severities, in own incidents.
    private const double FleetWeight = 3;

    // Jeffreys' prior: half a failure.
    private const double PriorFailures = 0.5;

    /// <summary>The empirical-Bayes posterior of a service.</summary>
    public static PredictionFeatures Of(IncidentRecord record, FleetPrior prior)
    {
        var background = record.Background;
        double failures = background.Bad + PriorFailures;
        double ratio = Math.Min(1, failures / Math.Max(background.Total, failures));
        return new PredictionFeatures(
            CountsOf(record.Incidents.Count, record.ExposureDays, prior),
            SeveritiesOf(record.Incidents, prior),
            record.ExpectedRequests,
            ratio,
            (background.Dispersion / failures) + prior.DriftVariance,
            background.Dispersion);
    }

    private static IncidentCounts CountsOf(int incidents, double days, FleetPrior prior)
    {
        double shape = prior.RateShape + (incidents / prior.Dispersion);
        double mean = shape / (prior.RateDays + (days / prior.Dispersion)) * WindowDays;
        double inverse = (1 / shape) + ((prior.Dispersion - 1) / mean);
        return new IncidentCounts(mean, 1 / inverse);
    }

    private static Severities SeveritiesOf(IReadOnlyList<Incident> incidents, FleetPrior prior) => incidents.Count == 0
        ? prior.Severities
        : Severities.Of([.. incidents.Select(i => i.Impact)], prior.OwnBandwidth).Mix(incidents.Count / (incidents.Count + FleetWeight), prior.Severities);
}

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
    /// <summary>The empirical-Bayes posterior of a service.</summary>
    public static PredictionFeatures Of(IncidentRecord record, FleetPrior prior)
    {
        var posterior = new ServicePosterior(record, prior);
        return posterior.With(posterior.Own);
    }
}

using SloFunctions.Domain.ErrorBudgets;

namespace SloFunctions.Domain.Prediction;

/// <summary>
/// The empirical-Bayes posterior of a service: what its own history says, weighed against the fleet's. Its drivers can be
/// varied to ask what would be predicted if the history were another.
/// </summary>
public sealed class ServicePosterior
{
    private static readonly double WindowDays = ErrorBudget.SloWindow.TotalDays;

    // The weight of the fleet's severities, in own incidents.
    private const double LeastFleetWeight = 3;

    private readonly IncidentRecord record;
    private readonly FleetPrior prior;

    /// <summary>Reads the drivers off a record.</summary>
    public ServicePosterior(IncidentRecord record, FleetPrior prior)
    {
        (this.record, this.prior) = (record, prior);
        double impact = record.Incidents.Count == 0
            ? prior.TypicalImpact
            : Math.Exp(record.Incidents.Average(i => Math.Log(i.Impact)));
        double monthly = record.ExposureDays > 0 ? record.Incidents.Count / record.ExposureDays * FailureDrivers.MonthDays : prior.MonthlyIncidents;
        double background = record.Background.Total > 0 ? record.Background.Ratio : prior.TypicalBackground;
        Own = new FailureDrivers(monthly, impact, background, record.ExposureDays);
        Typical = new FailureDrivers(prior.MonthlyIncidents, prior.TypicalImpact, prior.TypicalBackground, FailureDrivers.MonthDays);
    }

    /// <summary>The service as its history shows it.</summary>
    public FailureDrivers Own { get; }

    /// <summary>A typical service of the fleet, seen for 30 days.</summary>
    public FailureDrivers Typical { get; }

    /// <summary>What a prediction is computed from, were these the drivers.</summary>
    public PredictionFeatures With(FailureDrivers drivers)
    {
        double incidents = drivers.MonthlyIncidents * drivers.ObservedDays / FailureDrivers.MonthDays;
        double failures = Math.Max(BackgroundErrors.PriorFailures, drivers.BackgroundRatio * record.Background.Total);
        double dispersion = record.Background.Dispersion;
        return new PredictionFeatures(
            Counts(incidents, drivers.ObservedDays),
            SeveritiesOf(incidents, drivers.TypicalImpact),
            record.ExpectedRequests,
            drivers.BackgroundRatio,
            (dispersion / failures) + prior.DriftVariance,
            dispersion);
    }

    private IncidentCounts Counts(double incidents, double days)
    {
        double shape = prior.RateShape + (incidents / prior.Dispersion);
        double mean = shape / (prior.RateDays + (days / prior.Dispersion)) * WindowDays;
        double inverse = (1 / shape) + ((prior.Dispersion - 1) / mean);
        return new IncidentCounts(mean, 1 / inverse);
    }

    private Severities SeveritiesOf(double incidents, double typicalImpact)
    {
        if (record.Incidents.Count == 0 || incidents <= 0) return prior.Severities;
        double scale = typicalImpact / Own.TypicalImpact;
        double[] impacts = [.. record.Incidents.Select(i => Math.Min(1, i.Impact * scale))];
        // Few incidents leave open where the next will lie, many tell it themselves: Silverman's (1986) rate of narrowing.
        double bandwidth = prior.OwnBandwidth * Math.Pow(impacts.Length, -0.2);
        // At least the weight that the fleet has in the rate: else an incident more would mean fewer of the fleet's worst to come.
        double fleetWeight = Math.Max(LeastFleetWeight, prior.RateShape * prior.Dispersion);
        return Severities.Of(impacts, bandwidth).Mix(incidents / (incidents + fleetWeight), prior.Severities);
    }
}

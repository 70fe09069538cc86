namespace SloFunctions.Domain.Prediction;

/// <summary>What is known of a service before its own history is read: how the services of the fleet fail.</summary>
/// <param name="RateShape">The shape a of the Gamma distribution of incident rates over services, above 0.</param>
/// <param name="RateDays">Its other parameter, as days of exposure: the mean rate is a ÷ b a day; above 0.</param>
/// <param name="Dispersion">Variance ÷ mean of the incidents of one service over time, at least 1: they come in clusters.</param>
/// <param name="Severities">How bad incidents are over the fleet.</param>
/// <param name="OwnBandwidth">The spread, in octaves, of a service's impacts around those it has had; above 0.</param>
/// <param name="DriftVariance">The variance of the logarithm of a background ratio from one window to the next, above 0.</param>
/// <param name="TypicalImpact">The impact of a typical incident: the geometric mean, in (0, 1].</param>
/// <param name="TypicalBackground">The background error ratio of a typical service: the geometric mean, in (0, 1].</param>
/// <param name="Services">The services it rests on.</param>
/// <param name="Incidents">The incidents it rests on.</param>
public sealed record FleetPrior(
    double RateShape,
    double RateDays,
    double Dispersion,
    Severities Severities,
    double OwnBandwidth,
    double DriftVariance,
    double TypicalImpact,
    double TypicalBackground,
    int Services,
    int Incidents)
{
    /// <summary>Incidents of a typical service in 30 days.</summary>
    public double MonthlyIncidents => RateShape / RateDays * FailureDrivers.MonthDays;
}

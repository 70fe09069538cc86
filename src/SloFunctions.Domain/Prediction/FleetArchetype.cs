namespace SloFunctions.Domain.Prediction;

/// <summary>What is assumed of a fleet that has shown little yet, and how much of it.</summary>
public sealed record FleetArchetype
{
    /// <summary>The usual assumptions.</summary>
    public static readonly FleetArchetype Usual = new();

    /// <summary>How many services' worth of evidence the assumed rates are.</summary>
    public double Services { get; init; } = 5;

    /// <summary>The exposure of each of them, days.</summary>
    public double ExposureDays { get; init; } = 30;

    /// <summary>Incidents of a service a day.</summary>
    public double RatePerDay { get; init; } = 1.0 / 30;

    /// <summary>The shape of the Gamma distribution of rates.</summary>
    public double RateShape { get; init; } = 0.8;

    /// <summary>The least that may be fitted for it.</summary>
    public double LeastRateShape { get; init; } = 0.05;

    /// <summary>The most that may be fitted for it.</summary>
    public double MostRateShape { get; init; } = 20;

    /// <summary>How many incidents' worth of evidence the assumed severities and dispersion are.</summary>
    public double Incidents { get; init; } = 10;

    /// <summary>Variance ÷ mean of the incidents of a service over time.</summary>
    public double Dispersion { get; init; } = 1.5;

    /// <summary>The most that may be fitted for it.</summary>
    public double MostDispersion { get; init; } = 6;

    /// <summary>The median impact of an incident: 0.05 % of an SLO window's requests, 20 minutes of full outage.</summary>
    public double TypicalImpact { get; init; } = 5e-4;

    /// <summary>How bad incidents are: log-normal around <see cref="TypicalImpact"/>.</summary>
    public Severities Severities => Prediction.Severities.Of([TypicalImpact], 2.5);

    /// <summary>The error ratio of a service outside of incidents.</summary>
    public double BackgroundRatio { get; init; } = 1e-5;

    /// <summary>The spread of a service's impacts, octaves.</summary>
    public double OwnSpread { get; init; } = 1.5;

    /// <summary>The least bandwidth that a fleet's impacts are smoothed with, octaves.</summary>
    public double LeastBandwidth { get; init; } = 0.35;

    /// <summary>The share of incidents that are unlike those seen.</summary>
    public double TailShare { get; init; } = 0.03;

    /// <summary>How far such incidents may lie from those seen, octaves.</summary>
    public double TailBandwidth { get; init; } = 2.5;

    /// <summary>The variance of the logarithm of a background ratio from one window to the next.</summary>
    public double DriftVariance { get; init; } = 0.01;
}

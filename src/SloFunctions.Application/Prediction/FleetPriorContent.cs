using System.Text.Json;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Prediction;

namespace SloFunctions.Application.Prediction;

/// <summary>A fleet prior as JSON; numbers are written so that they read back as they were.</summary>
public sealed record FleetPriorContent(
    double RateShape,
    double RateDays,
    double Dispersion,
    double[] Severities,
    double OwnBandwidth,
    double DriftVariance,
    double TypicalImpact,
    double TypicalBackground,
    int Services,
    int Incidents)
{
    /// <summary>Writes a prior.</summary>
    public static FleetPriorContent Of(FleetPrior prior) => new(
        prior.RateShape,
        prior.RateDays,
        prior.Dispersion,
        prior.Severities.Shares.ToArray(),
        prior.OwnBandwidth,
        prior.DriftVariance,
        prior.TypicalImpact,
        prior.TypicalBackground,
        prior.Services,
        prior.Incidents);

    /// <summary>Reads a prior from the text of <see cref="ToBytes"/>.</summary>
    /// <exception cref="JsonException">The text is not one.</exception>
    public static FleetPrior Read(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize<FleetPriorContent>(utf8, PublishedJson.Options)!.ToPrior();

    /// <summary>The text, UTF-8.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, PublishedJson.Options);

    /// <summary>The prior.</summary>
    public FleetPrior ToPrior() => new(
        RateShape,
        RateDays,
        Dispersion,
        Domain.Prediction.Severities.Restore(Severities),
        OwnBandwidth,
        DriftVariance,
        TypicalImpact,
        TypicalBackground,
        Services,
        Incidents);
}

namespace SloFunctions.Domain.Prediction;

/// <summary>The failures of a service outside of its incidents.</summary>
/// <param name="Bad">Failed requests, 0 or more.</param>
/// <param name="Total">All requests, at least <paramref name="Bad"/>.</param>
/// <param name="Dispersion">
/// How much more the failures vary from day to day than independent ones would: variance ÷ mean, at least 1.
/// </param>
/// <param name="Drift">ln(error ratio of the second half ÷ that of the first); null where either is too small to be compared.</param>
/// <param name="DriftVariance">The variance that <paramref name="Drift"/> has by chance alone; 0 without one.</param>
public sealed record BackgroundErrors(double Bad, double Total, double Dispersion, double? Drift, double DriftVariance)
{
    /// <summary>What is assumed beside the failures seen: half a one, Jeffreys' prior.</summary>
    public const double PriorFailures = 0.5;

    /// <summary>The expected error ratio, in (0, 1]: half a failure is assumed beside those seen.</summary>
    public double Ratio => Math.Min(1, (Bad + PriorFailures) / Math.Max(Total, Bad + PriorFailures));
}

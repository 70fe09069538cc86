using SloFunctions.Domain.ErrorBudgets;

namespace SloFunctions.Application.ErrorBudgets.Documents;

/// <summary>The remaining shares at which an error budget policy changes its state.</summary>
/// <param name="Caution">Above it all is normal.</param>
/// <param name="Freeze">Below it only emergency fixes are deployed.</param>
/// <param name="Incident">Below it everybody works on reliability as in an incident.</param>
public sealed record PolicyThresholdsDocument(double Caution, double Freeze, double Incident)
{
    /// <summary>Publishes thresholds.</summary>
    public static PolicyThresholdsDocument Of(PolicyThresholds thresholds) => new(thresholds.Caution, thresholds.Freeze, thresholds.Incident);
}

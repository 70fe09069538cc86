using SloFunctions.Application.Prediction;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Prediction;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Reports;

/// <summary>Asks the predictive model about targets that it did not choose.</summary>
public sealed class PredictManualTargets(IShadowRecords records, IFleetPriorStore priors)
{
    /// <summary>The probability that the coming SLO window falls below each target; services without traffic are missing.</summary>
    /// <param name="targets">A ratio in (0, 1) for each service: one page of them, since every one is a computation.</param>
    /// <param name="window">The history to predict from.</param>
    /// <param name="cancellation">Ends the call early.</param>
    public async Task<IReadOnlyDictionary<ServiceId, double>> HandleAsync(
        IReadOnlyDictionary<ServiceId, double> targets, TimeWindow window, CancellationToken cancellation)
    {
        var prior = (await priors.ReadLatestAsync(cancellation) ?? StoredFleetPrior.Usual).Prior;
        var probabilities = new Dictionary<ServiceId, double>(targets.Count);
        await foreach (var (service, hours) in records.ReadHistoriesAsync([.. targets.Keys], window, cancellation))
        {
            if (IncidentDetection.Read(hours) is not { } record) continue;
            probabilities[service] = new AvailabilityPrediction(PredictionFeatures.Of(record, prior)).BreachProbability(targets[service]);
        }

        return probabilities;
    }
}

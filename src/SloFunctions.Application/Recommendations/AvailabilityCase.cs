using SloFunctions.Application.Reliability;
using SloFunctions.Domain.Prediction;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Recommendations;

/// <summary>All that the availability of one service is judged by.</summary>
/// <param name="Evidence">The evidence.</param>
/// <param name="Downstream">The service with everything its availability rests on.</param>
/// <param name="ColdStart">Its cold start; null when that is over.</param>
/// <param name="Record">What its history says of failures.</param>
/// <param name="Limits">What bounds its targets.</param>
internal sealed record AvailabilityCase(
    RecommendationEvidence Evidence, DownstreamLandscape Downstream, ColdStart? ColdStart, IncidentRecord Record, TargetLimits Limits)
{
    // Somebody has to be assumed to call a service of which nothing is known: one request every three seconds.
    private const double AssumedRequests = 800_000;

    /// <summary>How the fleet fails.</summary>
    public FleetPrior Prior => Downstream.Landscape.Evidence.Prior;

    /// <summary>The case of a service; null when it has been measured and had no traffic, of which nothing follows.</summary>
    public static AvailabilityCase? Of(RecommendationEvidence evidence, DownstreamLandscape downstream, ColdStart? coldStart)
    {
        var record = IncidentDetection.Read(evidence.History.HourlyCounts());
        bool isUnknown = record is null && evidence.Profile.MeasuredSince is null && evidence.Method == RecommendationMethod.Predictive;
        if (record is null && !isUnknown) return null;
        var limits = new TargetLimits(downstream.Service, record?.ExpectedRequests, coldStart?.Baseline.Availability);
        return new AvailabilityCase(evidence, downstream, coldStart, record ?? IncidentRecord.Unmeasured(AssumedRequests), limits);
    }
}

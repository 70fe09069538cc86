using SloFunctions.Application.Prediction;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Prediction;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Reliability;

/// <summary>What is known of all services at one time; together with the graph, everything that one service's recommendation takes from others.</summary>
/// <param name="Window">The time that was observed.</param>
/// <param name="Counts">What was counted in it; services without traffic are missing.</param>
/// <param name="Targets">The target of each active availability SLO, a ratio in (0, 1).</param>
/// <param name="Prior">How services of this fleet fail.</param>
public sealed record FleetEvidence(
    TimeWindow Window, IReadOnlyDictionary<ServiceId, SliCounts> Counts, IReadOnlyDictionary<ServiceId, double> Targets, FleetPrior Prior);

namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>What a recommendation was computed from.</summary>
/// <param name="EngineVersion">The version of the computation.</param>
/// <param name="LookbackDays">The look-back that was asked for, days.</param>
/// <param name="Seed">The seed of all random draws.</param>
/// <param name="DependencyGraphSnapshotId">The state of the dependency graph; null when none was known.</param>
/// <param name="FleetEvidenceId">The state of what is known of all services.</param>
/// <param name="FleetServices">The services that the fleet's incident prior was learnt from.</param>
/// <param name="FleetIncidents">Their incidents.</param>
public sealed record ProvenanceDocument(
    int EngineVersion, int LookbackDays, string Seed, Guid? DependencyGraphSnapshotId, Guid FleetEvidenceId, int FleetServices, int FleetIncidents);

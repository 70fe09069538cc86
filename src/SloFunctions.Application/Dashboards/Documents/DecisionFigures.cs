namespace SloFunctions.Application.Dashboards.Documents;

/// <summary>Decisions about recommendations; a set that was decided whole is one.</summary>
/// <param name="Accepted">Taken as they were.</param>
/// <param name="Modified">Taken with changes.</param>
/// <param name="AutoApproved">Taken by a rule.</param>
/// <param name="Rejected">Refused.</param>
/// <param name="Expired">Nobody decided in time.</param>
/// <param name="Decided">All but the expired ones.</param>
/// <param name="AcceptanceRate">The share of the decided ones that were taken; null without any.</param>
public sealed record DecisionFigures(int Accepted, int Modified, int AutoApproved, int Rejected, int Expired, int Decided, double? AcceptanceRate);

namespace SloFunctions.Application.Lifecycle;

/// <summary>A decision about the SLO of a service as it arrives; unknown properties are ignored.</summary>
/// <param name="RecommendationId">The recommendation of one SLI, or the set for all its recommendations that are still open.</param>
/// <param name="Action">What to do.</param>
/// <param name="SelectedTier">The tier to accept, or to start from; <c>balanced</c> when missing from a modification.</param>
/// <param name="Modifications">What is to be different from the tier's targets; for <c>modify</c> only.</param>
/// <param name="Targets">Targets of one's own; for <c>manual</c> only.</param>
/// <param name="Rationale">Why.</param>
/// <param name="Actor">Who decides, if the client wants it checked: it must be whose token it is.</param>
public sealed record DecisionBody(
    string? RecommendationId,
    string? Action,
    string? SelectedTier,
    ModificationsBody? Modifications,
    TargetsBody? Targets,
    string? Rationale,
    string? Actor);

namespace SloFunctions.Application.Impact;

/// <summary>A question for the impact of a change as it arrives; unknown properties are ignored.</summary>
/// <param name="ServiceId">The service whose SLO is to change.</param>
/// <param name="ProposedChange">What is to change.</param>
public sealed record ImpactBody(string? ServiceId, ProposedChangeBody? ProposedChange);

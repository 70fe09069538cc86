using SloFunctions.Application.Validation;

namespace SloFunctions.Application.Lifecycle;

/// <summary>What surrounds a decision.</summary>
/// <param name="ServiceId">The service, as it arrives.</param>
/// <param name="Precondition">What the SLO in force must be.</param>
/// <param name="IdempotencyKey">How the request is known again should it be sent once more, as it arrives; null without one.</param>
public sealed record DecisionRequest(string? ServiceId, Precondition Precondition, string? IdempotencyKey);

using SloFunctions.Domain.AutoApproval;

namespace SloFunctions.Application.AutoApproval;

/// <summary>An approval that a rule would have given.</summary>
/// <param name="Recommendation">What it would have approved.</param>
/// <param name="Change">What that would have changed.</param>
internal sealed record SimulatedApproval(StoredCandidate Recommendation, TargetChange Change);

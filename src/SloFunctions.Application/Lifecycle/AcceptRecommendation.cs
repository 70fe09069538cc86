using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Lifecycle;

/// <summary>Puts a stored recommendation into force on behalf of a rule.</summary>
public sealed class AcceptRecommendation
{
    /// <summary>Accepts; a failure tells why it could not, and then nothing has changed.</summary>
    public Task<Result<SloDecisionDocument>> HandleAsync(ServiceId service, Acceptance acceptance, CancellationToken cancellation) =>
        throw new NotSupportedException();
}

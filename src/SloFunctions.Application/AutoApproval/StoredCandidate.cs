using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.AutoApproval;

/// <summary>A stored recommendation as rules see it.</summary>
/// <param name="Service">The service.</param>
/// <param name="SetId">The set.</param>
/// <param name="ItemId">The recommendation.</param>
/// <param name="GeneratedAt">When it was computed.</param>
/// <param name="Candidate">What rules look at; open when it can still be decided on.</param>
public sealed record StoredCandidate(ServiceId Service, Guid SetId, Guid ItemId, DateTimeOffset GeneratedAt, ApprovalCandidate Candidate);

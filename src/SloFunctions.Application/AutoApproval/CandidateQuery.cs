using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.AutoApproval;

/// <summary>Asks for stored recommendations of the default look-back and method.</summary>
/// <param name="Start">Computed at this time or later.</param>
/// <param name="End">Computed before this time, which is also the present.</param>
/// <param name="Tier">The tier whose targets are wanted.</param>
/// <param name="Service">Only this service; null for all.</param>
public sealed record CandidateQuery(DateTimeOffset Start, DateTimeOffset End, Tier Tier, ServiceId? Service);

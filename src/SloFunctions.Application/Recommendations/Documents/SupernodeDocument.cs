namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>Services that need each other and count as one, as available as the weakest of them.</summary>
/// <param name="Members">The first of them, by id.</param>
/// <param name="MembersTotal">How many there are.</param>
/// <param name="WeakestMember">The one whose own availability counts.</param>
/// <param name="AvailabilityUsed">That availability, a percentage.</param>
public sealed record SupernodeDocument(IReadOnlyList<string> Members, int MembersTotal, string WeakestMember, double AvailabilityUsed);

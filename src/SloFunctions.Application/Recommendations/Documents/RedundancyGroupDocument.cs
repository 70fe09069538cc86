namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>Alternatives of which one is enough.</summary>
/// <param name="ServiceId">The service that has them.</param>
/// <param name="Group">The name of the group.</param>
/// <param name="Members">The first alternatives, by id.</param>
/// <param name="MembersTotal">How many there are.</param>
public sealed record RedundancyGroupDocument(string ServiceId, string Group, IReadOnlyList<string> Members, int MembersTotal);

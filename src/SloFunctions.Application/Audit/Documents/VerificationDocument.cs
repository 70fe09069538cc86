namespace SloFunctions.Application.Audit.Documents;

/// <summary>Whether the audit logs are as they were written.</summary>
/// <param name="Intact">Whether no break was found. Without anchors, a tail that was cut off together with its head is not.</param>
/// <param name="Entries">Entries of both logs.</param>
/// <param name="Services">Services that have entries.</param>
/// <param name="Anchors">What the comparison with anchors came to.</param>
/// <param name="Breaks">The breaks; the first hundred of them.</param>
/// <param name="BreaksTotal">How many there are.</param>
/// <param name="VerifiedAt">When the verification began.</param>
public sealed record VerificationDocument(
    bool Intact, long Entries, int Services, AnchorsDocument Anchors, IReadOnlyList<BreakDocument> Breaks, long BreaksTotal, DateTimeOffset VerifiedAt);

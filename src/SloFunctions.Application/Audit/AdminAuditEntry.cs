namespace SloFunctions.Application.Audit;

/// <summary>One entry of the audit log of what administrators and owners set up: keys, rules, exclusions, notifications.</summary>
/// <param name="Actor">Who did it, 1 to 255 characters.</param>
/// <param name="Action">What was done, snake_case, for example <c>api_key_created</c>.</param>
/// <param name="SubjectType">The kind of thing, snake_case, for example <c>api_key</c>.</param>
/// <param name="SubjectId">Which one, 1 to 255 characters.</param>
/// <param name="Previous">It before, published as JSON; null without one. Must not hold secrets.</param>
/// <param name="Current">It after, published as JSON; null without one. Must not hold secrets.</param>
/// <param name="Timestamp">When it happened.</param>
public sealed record AdminAuditEntry(
    string Actor, string Action, string SubjectType, string SubjectId, object? Previous, object? Current, DateTimeOffset Timestamp);

using SloFunctions.Application.Drift.Documents;
using SloFunctions.Application.Impact.Documents;

namespace SloFunctions.Application.Notifications;

/// <summary>What a receiver is told, as the generic format has it.</summary>
/// <param name="SchemaVersion">1; it changes when something that is here now goes away or means something else. Fields may be added at any time.</param>
/// <param name="Id">The entry in the audit log, the same for every receiver.</param>
/// <param name="Event">What is told of, as in <c>X-Slo-Event</c>.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="ServiceId">The service.</param>
/// <param name="Team">The team that is told.</param>
/// <param name="Action">The action in the audit log.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Targets">How the targets have changed.</param>
/// <param name="Tier">The tier chosen; null without one.</param>
/// <param name="Rationale">Why, in the actor's words, at most 2,000 characters; null when nothing was said.</param>
/// <param name="Warnings">What stands between the service and its target, at most 20; empty when nothing does.</param>
/// <param name="Drift">What was found of the series that drifted; null unless the service did.</param>
public sealed record NotificationDocument(
    int SchemaVersion,
    Guid Id,
    string Event,
    DateTimeOffset OccurredAt,
    string ServiceId,
    string Team,
    string Action,
    string Actor,
    TargetChangeDocument Targets,
    string? Tier,
    string? Rationale,
    IReadOnlyList<WarningDocument> Warnings,
    DriftFindingsDocument? Drift = null)
{
    /// <summary>The present version of the schema.</summary>
    public const int Version = 1;
}

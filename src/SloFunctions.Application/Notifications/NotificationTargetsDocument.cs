namespace SloFunctions.Application.Notifications;

/// <summary>Where a team is told about the SLOs of its services.</summary>
/// <param name="Team">The team.</param>
/// <param name="Targets">Its targets in the order in which they were put.</param>
public sealed record NotificationTargetsDocument(string Team, IReadOnlyList<NotificationTargetDocument> Targets);
